import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import { refuseGrant } from "../policy";
import { wordNewRights } from "../rules";
import type { grantInput } from "../schema";
import { type Administrator, findAdministrator, lockStandings, saveGrants } from "../store";

type GrantInput = z.infer<typeof grantInput>;

/**
 * Gives an administrator a level, rights and modules, and writes down their department and title. It
 * counts at their next request, and they are told. Refuses NOT_FOUND, CHANGED_MEANWHILE, NOT_ALLOWED,
 * GRANTS_TOO_MUCH and ROLE_CHANGE_NOT_POSSIBLE as `refuseGrant` does, and LAST_SUPER_ADMIN.
 */
export async function grantRights(
  db: PrismaClient,
  granter: { userId: UserId },
  input: GrantInput,
): Promise<void> {
  try {
    await inTransaction(db, (tx) => grantWithin(tx, granter, input));
  } catch (error) {
    if (violatedConstraint(error) === "admins_last_super_admin")
      throw new RefusalError(refuse("LAST_SUPER_ADMIN"));
    throw error;
  }
}

async function grantWithin(tx: Tx, { userId }: { userId: UserId }, input: GrantInput) {
  const standings = await lockStandings(tx, [userId, input.userId]);
  const [granter, target] = [userId, input.userId].map((id) =>
    standings.find((one) => one.userId === id),
  );
  const before = await findAdministrator(tx, input.userId);
  if (!granter || !target || !before) throw new RefusalError(refuse("NOT_FOUND"));
  if (before.revision !== input.expectedRevision)
    throw new RefusalError(refuse("CHANGED_MEANWHILE"));
  const refusal = refuseGrant(granter, target, input.grants, before.isEmailVerified);
  if (refusal) throw new RefusalError(refusal);
  await saveGrants(tx, input.userId, input);
  const after = await findAdministrator(tx, input.userId);
  await recordAudit(tx, {
    actorUserId: userId,
    action: "administrator.grant",
    subjectType: "administrator",
    subjectId: input.userId,
    details: { reason: input.reason, before: factsOf(before), after: after && factsOf(after) },
  });
  await tx.$executeRaw(messagesSql([{ userId: input.userId, ...wordNewRights(), data: {} }]));
}

function factsOf({ grants, department, jobTitle }: Administrator) {
  return {
    accessLevel: grants?.accessLevel ?? null,
    grant: [...(grants?.permissions.grant ?? [])],
    deny: [...(grants?.permissions.deny ?? [])],
    allowedModules: grants?.allowedModules ? [...grants.allowedModules] : null,
    department,
    jobTitle,
  };
}

import type { z } from "zod";
import { revokeSessions } from "@/features/accounts/session-store";
import { resetAdministrator } from "@/features/administrators/store";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { joinPharmacy, leavePharmacy, type Person, saveRole } from "../person-store";
import { refuseNewRole } from "../policy";
import { refuseRole, wordNewRole } from "../rules";
import type { roleInput } from "../schema";
import { type Clocks, lockPerson, refuseLastSuperAdmin } from "./lock-person";

type RoleInput = z.infer<typeof roleInput>;

/**
 * Gives somebody another role. All their sessions end, so that it counts at once, and they are told.
 * An administrator begins without rights and ends without them; one of a pharmacy's staff joins it and
 * leaves it; what a doctor has handed in stays.
 *
 * Refuses NOT_FOUND (the person, and the pharmacy), NOT_ALLOWED as `refuseNewRole` does,
 * CHANGED_MEANWHILE where the role is another than was seen, ROLE_CHANGE_NOT_POSSIBLE as `obstacleTo`
 * says, and LAST_SUPER_ADMIN.
 */
export async function changeRole(
  db: PrismaClient,
  administrator: { userId: UserId },
  input: RoleInput,
  clocks: Clocks,
): Promise<void> {
  await inTransaction(db, (tx) => changeWithin(tx, administrator.userId, input, clocks)).catch(
    refuseLastSuperAdmin,
  );
}

async function changeWithin(tx: Tx, actorId: UserId, input: RoleInput, clocks: Clocks) {
  const { userId, role, reason } = input;
  const { actor, target, person } = await lockPerson(tx, actorId, userId, clocks);
  const touchesRights = [role, person.role].includes("admin");
  const refusal =
    refuseNewRole(actor, target, touchesRights) ??
    (person.role === input.expectedRole ? null : refuse("CHANGED_MEANWHILE")) ??
    refuseRole(role, person);
  if (refusal) throw new RefusalError(refusal);
  await leave(tx, person, clocks);
  await enter(tx, input, clocks);
  await saveRole(tx, userId, role);
  await revokeSessions(tx, { userId }, clocks.realNow);
  await tx.$executeRaw(messagesSql([{ userId, ...wordNewRole(role), data: {} }]));
  await recordAudit(tx, {
    actorUserId: actorId,
    action: "user.change-role",
    subjectType: "user",
    subjectId: userId,
    details: {
      reason,
      before: { role: person.role, accessLevel: person.accessLevel, pharmacy: person.pharmacyName },
      after: { role, pharmacyId: input.pharmacyId ?? null },
    },
  });
}

async function leave(tx: Tx, { userId, role }: Person, { now }: Clocks): Promise<void> {
  if (role === "admin") await resetAdministrator(tx, userId);
  if (role === "pharmacy") await leavePharmacy(tx, userId, now);
}

async function enter(tx: Tx, { userId, role, pharmacyId }: RoleInput, { now }: Clocks) {
  if (role === "admin") await resetAdministrator(tx, userId);
  if (role !== "pharmacy") return;
  const hasJoined = pharmacyId && (await joinPharmacy(tx, userId, pharmacyId, now));
  if (!hasJoined) throw new RefusalError(refuse("NOT_FOUND"));
}

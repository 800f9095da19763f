import { revokeSessions } from "@/features/accounts/session-store";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { saveActive } from "../person-store";
import { refuseSwitching } from "../policy";
import { wordActivation } from "../rules";
import { type Clocks, lockPerson, refuseLastSuperAdmin } from "./lock-person";

type Administrator = { userId: UserId };
type Input = { userId: UserId; reason: string };

/**
 * Switches an account off: all its sessions end, and a doctor is no longer listed; what is booked with
 * them comes up for a decision. One that is off already stays so. Refuses NOT_FOUND, NOT_ALLOWED as
 * `refuseSwitching` does, and LAST_SUPER_ADMIN.
 */
export async function deactivatePerson(
  db: PrismaClient,
  administrator: Administrator,
  input: Input,
  clocks: Clocks,
): Promise<void> {
  await inTransaction(db, (tx) => switchWithin(tx, administrator, input, false, clocks)).catch(
    refuseLastSuperAdmin,
  );
}

/** Switches an account on again, and tells its person. Refuses NOT_FOUND and NOT_ALLOWED as above. */
export async function activatePerson(
  db: PrismaClient,
  administrator: Administrator,
  input: Input,
  clocks: Clocks,
): Promise<void> {
  await inTransaction(db, (tx) => switchWithin(tx, administrator, input, true, clocks));
}

async function switchWithin(
  tx: Tx,
  administrator: Administrator,
  { userId, reason }: Input,
  isActive: boolean,
  clocks: Clocks,
): Promise<void> {
  const { actor, target, person } = await lockPerson(tx, administrator.userId, userId, clocks);
  const refusal = refuseSwitching(actor, target);
  if (refusal) throw new RefusalError(refusal);
  if (person.isActive === isActive) return;
  await saveActive(tx, userId, isActive);
  // Also when it goes on again: a renewal under way while it went off may have outlived that.
  await revokeSessions(tx, { userId }, clocks.realNow);
  if (isActive) await tx.$executeRaw(messagesSql([{ userId, ...wordActivation(), data: {} }]));
  await recordAudit(tx, {
    actorUserId: administrator.userId,
    action: isActive ? "user.activate" : "user.deactivate",
    subjectType: "user",
    subjectId: userId,
    details: { reason, before: { isActive: person.isActive }, after: { isActive } },
  });
}

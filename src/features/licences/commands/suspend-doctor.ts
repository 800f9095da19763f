import type { z } from "zod";
import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction, type Tx } from "@/server/db";
import { refuseOwn } from "../policy";
import type { suspensionInput } from "../schema";
import { type Licence, lockLicence, updateSuspension } from "../store";
import { deleteKept } from "../unserved-store";
import { settleSuspension } from "./settle-suspension";

type Administrator = { userId: UserId };
type Suspension = z.infer<typeof suspensionInput>;

/**
 * Suspends a verified doctor at once: not listed, not bookable, not let in. Nothing is cancelled; the
 * appointments ahead come up for a decision, and their patients are told that they stand until then.
 * Sent twice, it does so once. Refuses NOT_FOUND, OWN_APPLICATION and CHANGED_MEANWHILE.
 */
export async function suspendDoctor(
  db: PrismaClient,
  { userId }: Administrator,
  { doctorId, reason }: Omit<Suspension, "expectedRevision">,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const licence = await lockFor(tx, userId, doctorId);
    const isSame = licence.suspendedById === userId && licence.suspensionReason === reason;
    if (licence.suspendedAt && isSame) return;
    // Whatever else was saved meanwhile, the doctor's own answers included, puts nothing off.
    if (licence.suspendedAt || !licence.isVerified)
      throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await updateSuspension(tx, doctorId, { by: userId, at: now, reason });
    await deleteKept(tx, doctorId, "suspended");
    await settleSuspension(tx, { userId, doctorId, licence, isSuspended: true, reason }, now);
  });
}

/**
 * Ends a suspension; doctor and patients are told. One that has ended already stays so. Refuses
 * NOT_FOUND, OWN_APPLICATION and CHANGED_MEANWHILE.
 */
export async function reinstateDoctor(
  db: PrismaClient,
  { userId }: Administrator,
  { doctorId, expectedRevision, reason }: Suspension,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const licence = await lockFor(tx, userId, doctorId);
    if (!licence.suspendedAt) return;
    if (licence.revision !== expectedRevision) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await updateSuspension(tx, doctorId, null);
    await settleSuspension(tx, { userId, doctorId, licence, isSuspended: false, reason }, now);
  });
}

/** Associations first, as whoever books does: a booking is either told about or finds the suspension. */
async function lockFor(tx: Tx, userId: UserId, doctorId: Suspension["doctorId"]): Promise<Licence> {
  await lockDoctorAssociations(tx, doctorId);
  const licence = await lockLicence(tx, doctorId);
  if (!licence) throw new RefusalError(refuse("NOT_FOUND"));
  const refusal = refuseOwn(userId, [licence.userId]);
  if (refusal) throw new RefusalError(refusal);
  return licence;
}

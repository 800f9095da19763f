import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import type { proposeInput } from "../agenda-schema";
import { proposeWithin } from "../proposals";
import { type DoctorActor, lockOwnVisit } from "./change-visit";

/**
 * Proposes another time to the patient; the old one stands until they answer. Refuses NOT_FOUND
 * (another doctor's too), APPOINTMENT_CHANGED, and what `proposeWithin` refuses.
 */
export async function proposeTime(
  db: PrismaClient,
  doctor: DoctorActor,
  { appointmentId, expectedRevision, startsAt, reason }: z.infer<typeof proposeInput>,
  now: Instant,
): Promise<void> {
  const { doctorId, userId: doctorUserId } = doctor;
  await inTransaction(db, async (tx) => {
    const { revision } = await lockOwnVisit(tx, doctorId, appointmentId);
    if (revision !== expectedRevision) throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
    await proposeWithin(tx, { appointmentId, doctorId, doctorUserId, startsAt, reason, now });
  });
}

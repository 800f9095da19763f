import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { inTransaction } from "@/server/db";
import type { writeInput } from "../agenda-schema";
import { updateWords } from "../visit-store";
import { type DoctorActor, lockOwnVisit, settleVisit } from "./change-visit";

/**
 * Saves notes and prescription of a visit. The notes are the doctor's own; the prescription is shown
 * to the patient once the visit is completed. Sent twice, it saves once. Refuses NOT_FOUND (another
 * doctor's too), APPOINTMENT_CHANGED (nothing is overwritten) and APPOINTMENT_CANCELLED.
 */
export async function writeWords(
  db: PrismaClient,
  doctor: DoctorActor,
  { appointmentId, expectedRevision, ...words }: z.infer<typeof writeInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const visit = await lockOwnVisit(tx, doctor.doctorId, appointmentId);
    const { notes, prescription } = visit;
    if (notes === words.notes && prescription === words.prescription) return;
    if (visit.revision !== expectedRevision) throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
    if (visit.status === "cancelled") throw new RefusalError(refuse("APPOINTMENT_CANCELLED"));
    await actAs(tx, { userId: doctor.userId, at: now });
    await updateWords(tx, appointmentId, words);
    await settleVisit(tx, { doctor, visit, action: "appointment.write" });
  });
}

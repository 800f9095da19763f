import type { z } from "zod";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { listScheduleFacts } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { partiesOf } from "../bookable";
import { findLatestProposal, updateAnswered } from "../proposal-store";
import type { declineProposalInput } from "../schema";
import { lockOwnAppointment } from "../store";
import type { PatientActor } from "./book-appointment";

/**
 * Keeps the time that stands, and tells the doctor. Sent twice, it declines once. Refuses NOT_FOUND
 * (another's too) and PROPOSAL_GONE for one that was withdrawn, accepted or replaced.
 */
export async function declineProposal(
  db: PrismaClient,
  patient: PatientActor,
  { appointmentId, startsAt }: z.infer<typeof declineProposalInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const appointment = await lockOwnAppointment(tx, patient.patientId, appointmentId, now);
    if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
    const proposal = await findLatestProposal(tx, appointmentId);
    if (!proposal?.startsAt.equals(startsAt)) throw new RefusalError(refuse("PROPOSAL_GONE"));
    if (proposal.status === "declined") return;
    if (proposal.status !== "open") throw new RefusalError(refuse("PROPOSAL_GONE"));
    await updateAnswered(tx, appointmentId, "declined", now);
    await recordAudit(tx, {
      actorUserId: patient.userId,
      action: "appointment.decline_proposal",
      subjectType: "appointment",
      subjectId: appointmentId,
      details: { proposed: startsAt.toString() },
    });
    const { associationId } = appointment;
    const [association] = associationId ? await listScheduleFacts(tx, { associationId }, now) : [];
    if (!association) return;
    const { doctor, place } = partiesOf(association);
    const kind = "proposal_declined";
    const news = { kind, startsAt: appointment.startsAt, proposedAt: startsAt, ...place } as const;
    const message = { userId: doctor.userId, kind, data: { appointmentId } };
    await tx.$executeRaw(messagesSql([{ ...message, ...wordNews(news, patient.name) }]));
  });
}

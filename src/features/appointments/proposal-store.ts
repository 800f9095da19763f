import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, AssociationId, DoctorId, PatientId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { appointmentStatuses } from "./rules";

const instant = z.date().transform(fromDate);

const standingRow = z.object({
  id: z.guid().transform((id) => id as AppointmentId),
  status: z.enum(appointmentStatuses),
  startsAt: instant,
  endsAt: instant,
  timezone: z.string(),
  associationId: z
    .guid()
    .transform((id) => id as AssociationId)
    .nullable(),
  patientId: z.guid().transform((id) => id as PatientId),
  patientUserId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
});

/**
 * An appointment with this doctor, kept as it is until the transaction ends. Null for an unknown one
 * and for another doctor's.
 */
export async function lockForProposal(
  tx: Tx,
  doctorId: DoctorId,
  appointmentId: AppointmentId,
): Promise<z.infer<typeof standingRow> | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.status, a.starts_at AS "startsAt", a.ends_at AS "endsAt",
      a.timezone, a.doctor_clinic_id AS "associationId", a.patient_id AS "patientId",
      (SELECT p.user_id FROM patients p WHERE p.id = a.patient_id) AS "patientUserId"
    FROM appointments a
    WHERE a.id = ${appointmentId}::uuid AND a.doctor_id = ${doctorId}::uuid
    FOR NO KEY UPDATE OF a`);
  return rows[0] ? standingRow.parse(rows[0]) : null;
}

export type NewProposal = {
  appointmentId: AppointmentId;
  startsAt: Instant;
  reason: string;
  proposedBy: UserId;
  now: Instant;
};

/** Puts a proposal in the place of the one that was open, if any. */
export async function insertProposal(tx: Tx, proposal: NewProposal): Promise<void> {
  const { appointmentId, startsAt, reason, proposedBy, now } = proposal;
  await updateAnswered(tx, appointmentId, "withdrawn", now);
  await tx.appointmentProposal.create({
    data: {
      appointmentId,
      startsAt: toDate(startsAt),
      reason: reason || null,
      proposedBy,
      createdAt: toDate(now),
    },
  });
}

/** Closes the open proposal of a locked appointment, if there is one. */
export async function updateAnswered(
  tx: Tx,
  appointmentId: AppointmentId,
  status: "accepted" | "declined" | "withdrawn",
  now: Instant,
): Promise<void> {
  await tx.appointmentProposal.updateMany({
    where: { appointmentId, status: "open" },
    data: { status, answeredAt: toDate(now) },
  });
}

export type Proposal = {
  startsAt: Instant;
  reason: string | null;
  status: "open" | "accepted" | "declined" | "withdrawn";
};

/** The newest proposal of an appointment, whatever became of it; null where there was none. */
export async function findLatestProposal(
  db: Db,
  appointmentId: AppointmentId,
): Promise<Proposal | null> {
  const row = await db.appointmentProposal.findFirst({
    where: { appointmentId },
    // An open one is never older than one that was answered.
    orderBy: [{ createdAt: "desc" }, { answeredAt: { sort: "desc", nulls: "first" } }],
    select: { startsAt: true, reason: true, status: true },
  });
  return (
    row && { ...row, startsAt: fromDate(row.startsAt), status: row.status as Proposal["status"] }
  );
}

import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { appointmentIdSchema, associationIdSchema, type DoctorId } from "@/lib/ids";
import { toDate } from "@/lib/time/instant";
import type { TimeRange } from "@/lib/time/interval";
import { fromDateColumn, type PlainDate, toDateColumn } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";
import { appointmentStatuses } from "./rules";

/** An instant as ISO text in UTC, as a page in the browser takes it. */
export const instantText = z.date().transform((date) => date.toISOString().replace(".000Z", "Z"));

/** More than six full weeks hold. */
const mostVisits = 5000;

export const agendaVisit = z.object({
  id: appointmentIdSchema,
  revision: z.int(),
  status: z.enum(appointmentStatuses),
  startsAt: instantText,
  endsAt: instantText,
  timezone: z.string(),
  associationId: associationIdSchema.nullable(),
  clinicName: z.string().nullable(),
  /** Null once they have deleted their account. */
  patientName: z.string().nullable(),
  origin: z.enum(["online", "walk_in"]),
  /** How much later than booked it is expected to begin. */
  delayMinutes: z.int(),
  hasOpenProposal: z.boolean(),
});

/** An appointment as it stands in its doctor's calendar: no health data. Instants are ISO texts. */
export type AgendaVisit = z.infer<typeof agendaVisit>;

/** The columns of an `agendaVisit`. */
export const agendaColumns = Prisma.sql`a.id, a.revision, a.status, a.starts_at AS "startsAt",
  a.ends_at AS "endsAt", a.timezone, a.doctor_clinic_id AS "associationId",
  c.name AS "clinicName", coalesce(u.full_name, p.walk_in_name) AS "patientName", a.origin,
  a.delay_minutes AS "delayMinutes", EXISTS (SELECT 1 FROM appointment_proposals o
    WHERE o.appointment_id = a.id AND o.status = 'open') AS "hasOpenProposal"`;

/** What `agendaColumns` are selected from. */
export const agendaTables = Prisma.sql`appointments a
  JOIN patients p ON p.id = a.patient_id
  LEFT JOIN users u ON u.id = p.user_id
  LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
  LEFT JOIN clinics c ON c.id = dc.clinic_id`;

/**
 * Of `appointments a`: those with this doctor that share time with the range, and are not cancelled. No
 * appointment is longer than 8 hours; the lower bound lets the index skip the past.
 */
export const visitsWithin = (doctorId: DoctorId, { from, to }: TimeRange) => Prisma.sql`
  a.doctor_id = ${doctorId}::uuid AND a.status <> 'cancelled'
  AND a.starts_at > ${toDate(from)}::timestamptz - interval '8 hours'
  AND a.ends_at > ${toDate(from)} AND a.starts_at < ${toDate(to)}`;

/** Appointments with this doctor that share time with the range, missed ones too, but none cancelled. */
export async function listVisits(
  db: Db,
  doctorId: DoctorId,
  range: TimeRange,
): Promise<AgendaVisit[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${agendaColumns} FROM ${agendaTables}
    WHERE ${visitsWithin(doctorId, range)}
    ORDER BY a.starts_at, a.id LIMIT ${mostVisits}`);
  return z.array(agendaVisit).parse(rows);
}

export type BlockedStretch = { id: string; startsAt: string; endsAt: string; note: string | null };

/** Time that the doctor keeps for something else in the range, by start. */
export async function listBlocked(
  db: Db,
  doctorId: DoctorId,
  { from, to }: TimeRange,
): Promise<BlockedStretch[]> {
  const rows = await db.blockedTime.findMany({
    where: { doctorId, endsAt: { gt: toDate(from) }, startsAt: { lt: toDate(to) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, startsAt: true, endsAt: true, note: true },
  });
  return rows.map((row) => ({
    ...row,
    startsAt: instantText.parse(row.startsAt),
    endsAt: instantText.parse(row.endsAt),
  }));
}

/** Days off; dates as "2026-11-02", both included, and the clinic if it is not for all. */
export type TimeOff = {
  firstDate: string;
  lastDate: string;
  note: string | null;
  clinicName: string | null;
};

export async function listTimeOff(
  db: Db,
  doctorId: DoctorId,
  first: PlainDate,
  last: PlainDate,
): Promise<TimeOff[]> {
  const rows = await db.scheduleException.findMany({
    where: {
      doctorId,
      kind: "time_off",
      firstDate: { lte: toDateColumn(last) },
      lastDate: { gte: toDateColumn(first) },
    },
    orderBy: [{ firstDate: "asc" }, { id: "asc" }],
    select: {
      firstDate: true,
      lastDate: true,
      note: true,
      doctorClinic: { select: { clinic: { select: { name: true } } } },
    },
  });
  return rows.map(({ firstDate, lastDate, note, doctorClinic }) => ({
    firstDate: fromDateColumn(firstDate).toString(),
    lastDate: fromDateColumn(lastDate).toString(),
    note,
    clinicName: doctorClinic?.clinic.name ?? null,
  }));
}

import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { type AppointmentId, appointmentIdSchema, type DoctorId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { agendaColumns, agendaTables, agendaVisit, instantText } from "./day-store";
import { appointmentStatuses, healthShownDays } from "./rules";

const text = z.string().nullable();

const emergencyContact = z.object({ name: z.string(), phone: text, relationship: text });

const healthFacts = z.object({
  bloodGroup: text,
  allergies: z.array(z.string()),
  chronicConditions: z.array(z.string()),
  emergencyContact: emergencyContact.nullable(),
});

const visitRow = agendaVisit.extend({
  patientId: z.guid(),
  isWalkInPatient: z.boolean(),
  durationMinutes: z.int(),
  cancellationNoticeMinutes: z.int(),
  isReviewed: z.boolean(),
  /** Whether the health facts are shown, now. */
  sharesHealth: z.boolean(),
  symptoms: text,
  notes: text,
  prescription: text,
  cancellationReason: text,
  patientPhone: text,
  /** Whole years on the day of the visit; null where it is not shared. */
  age: z.int().nullable(),
  gender: text,
  /** Null where the patient does not share it with this doctor for this visit. */
  health: healthFacts.nullable(),
  proposal: z.object({ startsAt: z.string(), reason: text }).nullable(),
});

/** An appointment with its health data, for its doctor alone. Instants are ISO texts in UTC. */
export type VisitDetails = z.infer<typeof visitRow>;

/** `isHealthShown`, of `appointments a`. */
const isHealthShownAt = (now: Instant) => Prisma.sql`(a.shares_health
  AND a.status NOT IN ('cancelled', 'no_show')
  AND a.starts_at > ${toDate(now)}::timestamptz - make_interval(hours => 24 * ${healthShownDays}))`;

/** The doctor's own appointment; null for an unknown one and for another doctor's. */
export async function findVisit(
  db: Db,
  doctorId: DoctorId,
  appointmentId: AppointmentId,
  now: Instant,
): Promise<VisitDetails | null> {
  const isShown = isHealthShownAt(now);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${agendaColumns}, a.patient_id AS "patientId", p.user_id IS NULL AS "isWalkInPatient",
      a.duration_minutes AS "durationMinutes",
      coalesce(dc.cancellation_notice_minutes, 120) AS "cancellationNoticeMinutes",
      EXISTS (SELECT 1 FROM reviews r WHERE r.appointment_id = a.id) AS "isReviewed",
      ${isShown} AS "sharesHealth", a.symptoms, a.notes, a.prescription,
      a.cancellation_reason AS "cancellationReason",
      coalesce(u.phone, p.walk_in_phone) AS "patientPhone",
      CASE WHEN ${isShown}
        THEN date_part('year', age(a.appointment_date, p.date_of_birth))::int END AS age,
      CASE WHEN ${isShown} THEN p.gender END AS gender,
      CASE WHEN ${isShown} THEN json_build_object(
        'bloodGroup', p.blood_group, 'allergies', coalesce(p.allergies, '{}'),
        'chronicConditions', coalesce(p.chronic_conditions, '{}'),
        'emergencyContact', CASE WHEN p.emergency_contact_name IS NOT NULL THEN json_build_object(
          'name', p.emergency_contact_name, 'phone', p.emergency_contact_phone,
          'relationship', p.emergency_contact_relationship) END) END AS health,
      (SELECT json_build_object('reason', o.reason, 'startsAt',
          to_char(o.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        FROM appointment_proposals o WHERE o.appointment_id = a.id AND o.status = 'open') AS proposal
    FROM ${agendaTables}
    WHERE a.id = ${appointmentId}::uuid AND a.doctor_id = ${doctorId}::uuid`);
  return rows[0] ? visitRow.parse(rows[0]) : null;
}

const mostEarlier = 20;

const earlierRow = z.object({
  id: appointmentIdSchema,
  startsAt: instantText,
  timezone: z.string(),
  symptoms: text,
  notes: text,
  prescription: text,
});

/** The patient's completed visits with this doctor before an instant, latest first, at most 20. */
export async function listEarlierVisits(
  db: Db,
  doctorId: DoctorId,
  { patientId, startsAt }: Pick<VisitDetails, "patientId" | "startsAt">,
): Promise<z.infer<typeof earlierRow>[]> {
  const rows = await db.appointment.findMany({
    where: { patientId, doctorId, status: "completed", startsAt: { lt: new Date(startsAt) } },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: mostEarlier,
    select: {
      id: true,
      startsAt: true,
      timezone: true,
      symptoms: true,
      notes: true,
      prescription: true,
    },
  });
  return z.array(earlierRow).parse(rows);
}

const historyRow = z.object({
  at: instantText,
  from: z.enum(appointmentStatuses).nullable(),
  to: z.enum(appointmentStatuses),
  /** Where it was before; the same as `toStartsAt` where it did not move. */
  fromStartsAt: instantText.nullable(),
  toStartsAt: instantText,
  /** Who took the step; null where it is not known, or they have left. */
  by: z.enum(["doctor", "patient", "other"]).nullable(),
  byName: text,
  reason: text,
});

/** Every step and every move of an appointment, first to last. */
export async function listHistory(
  db: Db,
  appointmentId: AppointmentId,
): Promise<z.infer<typeof historyRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT h.at, h.from_status AS "from", h.to_status AS "to", h.from_starts_at AS "fromStartsAt",
      h.to_starts_at AS "toStartsAt", h.reason, u.full_name AS "byName",
      CASE WHEN u.id = d.user_id THEN 'doctor' WHEN u.id = p.user_id THEN 'patient'
        WHEN u.id IS NOT NULL THEN 'other' END AS "by"
    FROM appointment_history h
    JOIN appointments a ON a.id = h.appointment_id
    JOIN patients p ON p.id = a.patient_id
    LEFT JOIN doctors d ON d.id = a.doctor_id
    LEFT JOIN users u ON u.id = h.by_user_id
    WHERE h.appointment_id = ${appointmentId}::uuid ORDER BY h.id`);
  return z.array(historyRow).parse(rows);
}

const foundPatient = z.object({
  id: z.guid(),
  name: z.string(),
  phone: text,
  lastVisit: z.object({ startsAt: instantText, timezone: z.string() }).nullable(),
});

const mostFound = 10;

/**
 * People by a part of their name: only those who have had an appointment with this doctor, or whom
 * this doctor registered. Those seen last come first, at most 10.
 */
export async function listKnownPatients(
  db: Db,
  doctorId: DoctorId,
  part: string,
): Promise<z.infer<typeof foundPatient>[]> {
  const pattern = `%${part.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<{ startsAt: Date | null; timezone: string }[]>(Prisma.sql`
    WITH known AS (
      SELECT patient_id AS id FROM appointments WHERE doctor_id = ${doctorId}::uuid
      UNION SELECT id FROM patients WHERE registered_by = ${doctorId}::uuid)
    SELECT p.id, coalesce(u.full_name, p.walk_in_name) AS name,
      coalesce(u.phone, p.walk_in_phone) AS phone, l.starts_at AS "startsAt", l.timezone
    FROM known JOIN patients p ON p.id = known.id
    LEFT JOIN users u ON u.id = p.user_id
    LEFT JOIN LATERAL (SELECT a.starts_at, a.timezone FROM appointments a
      WHERE a.patient_id = p.id AND a.doctor_id = ${doctorId}::uuid AND a.status <> 'cancelled'
      ORDER BY a.starts_at DESC LIMIT 1) l ON true
    WHERE search_text(coalesce(u.full_name, p.walk_in_name)) LIKE search_text(${pattern})
    ORDER BY l.starts_at DESC NULLS LAST, p.id LIMIT ${mostFound}`);
  return z.array(foundPatient).parse(
    rows.map(({ startsAt, timezone, ...row }) => ({
      ...row,
      lastVisit: startsAt && { startsAt, timezone },
    })),
  );
}

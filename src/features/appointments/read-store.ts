import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, AssociationId, PatientId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { appointmentStatuses } from "./rules";
import { pageSize } from "./schema";
import { hasOpenProposal, noticeMinutes } from "./store";

const instant = z.date().transform(fromDate);
const amount = z.instanceof(Prisma.Decimal).transform((value) => value.toNumber());

const row = z.object({
  id: z.guid().transform((id) => id as AppointmentId),
  status: z.enum(appointmentStatuses),
  startsAt: instant,
  endsAt: instant,
  timezone: z.string(),
  durationMinutes: z.int(),
  fee: amount.nullable(),
  symptoms: z.string().nullable(),
  /** Null until the visit is completed. */
  prescription: z.string().nullable(),
  /** How much later than booked the doctor expects to begin. */
  delayMinutes: z.int(),
  /** Whether this doctor may see the health facts of the profile. */
  sharesHealth: z.boolean(),
  calendarSequence: z.int(),
  updatedAt: instant,
  cancelledAt: instant.nullable(),
  cancellationReason: z.string().nullable(),
  isCancelledByPatient: z.boolean(),
  associationId: z.guid().nullable(),
  cancellationNoticeMinutes: z.int(),
  /** The doctor proposes another time and waits for an answer. */
  hasOpenProposal: z.boolean(),
  doctorName: z.string().nullable(),
  doctorSlug: z.string().nullable(),
  specialization: z.string().nullable(),
  clinicName: z.string().nullable(),
  clinicSlug: z.string().nullable(),
  clinicAddress: z.string().nullable(),
  clinicCity: z.string().nullable(),
  clinicPhone: z.string().nullable(),
  currency: z.string(),
  latitude: amount.nullable(),
  longitude: amount.nullable(),
});

/** An appointment as its patient sees it. Doctor and clinic are null where they were removed. */
export type PatientAppointment = z.infer<typeof row>;

const selectOwn = (patientId: PatientId, now: Instant) => Prisma.sql`
  SELECT a.id, a.status, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.timezone,
    a.duration_minutes AS "durationMinutes", a.consultation_fee AS fee, a.symptoms,
    CASE WHEN a.status = 'completed' THEN a.prescription END AS prescription,
    a.delay_minutes AS "delayMinutes", a.shares_health AS "sharesHealth",
    a.calendar_sequence AS "calendarSequence", a.updated_at AS "updatedAt",
    a.cancelled_at AS "cancelledAt", a.cancellation_reason AS "cancellationReason",
    coalesce(a.cancelled_by = p.user_id, false) AS "isCancelledByPatient",
    a.doctor_clinic_id AS "associationId",
    ${noticeMinutes(now)} AS "cancellationNoticeMinutes",
    ${hasOpenProposal(now)} AS "hasOpenProposal",
    u.full_name AS "doctorName", d.slug AS "doctorSlug", d.specialization,
    c.name AS "clinicName", c.slug AS "clinicSlug", c.address AS "clinicAddress",
    c.city AS "clinicCity", c.contacts->>'phone' AS "clinicPhone",
    coalesce(c.currency, 'USD') AS currency, c.latitude, c.longitude
  FROM appointments a
  JOIN patients p ON p.id = a.patient_id
  LEFT JOIN doctors d ON d.id = a.doctor_id
  LEFT JOIN users u ON u.id = d.user_id
  LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
  LEFT JOIN clinics c ON c.id = dc.clinic_id
  WHERE a.patient_id = ${patientId}::uuid`;

/** One of the patient's own appointments; null for an unknown one and for another's. */
export async function findOwnAppointment(
  db: Db,
  patientId: PatientId,
  appointmentId: AppointmentId,
  now: Instant,
): Promise<PatientAppointment | null> {
  const rows = await db.$queryRaw<unknown[]>(
    Prisma.sql`${selectOwn(patientId, now)} AND a.id = ${appointmentId}::uuid`,
  );
  return rows[0] ? row.parse(rows[0]) : null;
}

/** The same, or NOT_FOUND. */
export async function getOwnAppointment(
  db: Db,
  patientId: PatientId,
  appointmentId: AppointmentId,
  now: Instant,
): Promise<PatientAppointment> {
  const appointment = await findOwnAppointment(db, patientId, appointmentId, now);
  if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
  return appointment;
}

/** The patient's standing appointment that starts at an instant with an association, if any. */
export async function findOwnAt(
  db: Db,
  patientId: PatientId,
  associationId: AssociationId,
  startsAt: Instant,
): Promise<AppointmentId | null> {
  const found = await db.appointment.findFirst({
    where: {
      patientId,
      doctorClinicId: associationId,
      startsAt: toDate(startsAt),
      status: { in: ["scheduled", "confirmed"] },
    },
    select: { id: true },
  });
  return found ? (found.id as AppointmentId) : null;
}

export type AppointmentCursor = { startsAt: Instant; id: AppointmentId };

/**
 * A page of the patient's appointments: upcoming ones soonest first (those that have not ended and
 * still stand, and those under way), or all others latest first. `next` is the cursor of the following page, or null.
 */
export async function listOwnAppointments(
  db: Db,
  patientId: PatientId,
  when: "upcoming" | "past",
  now: Instant,
  cursor?: AppointmentCursor,
): Promise<{ appointments: PatientAppointment[]; next: AppointmentCursor | null }> {
  // Who is there is waiting, however late it gets; but not for a visit that nobody closed days ago.
  const isUpcoming = Prisma.sql`(a.status IN ('scheduled', 'confirmed', 'arrived', 'in_progress')
    AND a.ends_at + make_interval(mins => a.delay_minutes, hours =>
      CASE WHEN a.status IN ('arrived', 'in_progress') THEN 12 ELSE 0 END) > ${toDate(now)})`;
  const after = cursor
    ? Prisma.sql`(a.starts_at, a.id) ${when === "upcoming" ? Prisma.sql`>` : Prisma.sql`<`}
        (${toDate(cursor.startsAt)}, ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(
    when === "upcoming"
      ? Prisma.sql`${selectOwn(patientId, now)} AND ${isUpcoming} AND ${after}
          ORDER BY a.starts_at, a.id LIMIT ${pageSize + 1}`
      : Prisma.sql`${selectOwn(patientId, now)} AND NOT ${isUpcoming} AND ${after}
          ORDER BY a.starts_at DESC, a.id DESC LIMIT ${pageSize + 1}`,
  );
  const appointments = z.array(row).parse(rows.slice(0, pageSize));
  const last = rows.length > pageSize ? appointments.at(-1) : undefined;
  return { appointments, next: last ? { startsAt: last.startsAt, id: last.id } : null };
}

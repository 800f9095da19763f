import { z } from "zod";
import { appointmentStatuses } from "@/features/appointments/rules";
import { Prisma } from "@/generated/prisma/client";
import { type AppointmentId, appointmentIdSchema, type DoctorId, type UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { type Cause, causes, unservedPageSize } from "./schema";

const instant = z.date().transform(fromDate);

const unservedRow = z.object({
  id: appointmentIdSchema,
  revision: z.int(),
  cause: z.enum(causes),
  startsAt: instant,
  timezone: z.string(),
  doctorId: z.guid(),
  doctorName: z.string(),
  clinicName: z.string().nullable(),
  patientName: z.string().nullable(),
});

/** An appointment ahead that cannot be kept as things are; no health data. */
export type Unserved = z.infer<typeof unservedRow>;

export type UnservedFilter = { cause?: Cause; doctor?: DoctorId };

const unserved = (doctor: DoctorId | undefined, now: Instant) =>
  Prisma.sql`unserved_appointments_of(${doctor ?? null}::uuid, ${toDate(now)}) unserved`;

/** A page of what waits for a decision, the next visit first, from the one that follows `after` on. */
export async function listUnserved(
  db: Db,
  { cause, doctor, after }: UnservedFilter & { after?: AppointmentId | undefined },
  now: Instant,
): Promise<{ appointments: Unserved[]; next: AppointmentId | null }> {
  const isAfter = after
    ? Prisma.sql`(a.starts_at, a.id) >
        (SELECT starts_at, id FROM appointments WHERE id = ${after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.revision, unserved.cause, a.starts_at AS "startsAt", a.timezone,
      a.doctor_id AS "doctorId", coalesce(du.full_name, '') AS "doctorName",
      c.name AS "clinicName", coalesce(pu.full_name, p.walk_in_name) AS "patientName"
    FROM ${unserved(doctor, now)}
    JOIN appointments a ON a.id = unserved.appointment_id
    JOIN doctors d ON d.id = a.doctor_id JOIN users du ON du.id = d.user_id
    JOIN patients p ON p.id = a.patient_id LEFT JOIN users pu ON pu.id = p.user_id
    LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE ${cause ? Prisma.sql`unserved.cause = ${cause}` : Prisma.sql`true`} AND ${isAfter}
    ORDER BY a.starts_at, a.id LIMIT ${unservedPageSize + 1}`);
  const appointments = z.array(unservedRow).parse(rows.slice(0, unservedPageSize));
  const last = rows.length > unservedPageSize ? appointments.at(-1) : undefined;
  return { appointments, next: last?.id ?? null };
}

const countRow = z.object({ cause: z.enum(causes), count: z.int() });

/** How many wait, by cause; of one doctor, or of all. */
export async function countUnserved(
  db: Db,
  doctor: DoctorId | undefined,
  now: Instant,
): Promise<z.infer<typeof countRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT cause, count(*)::int AS count FROM ${unserved(doctor, now)} GROUP BY cause`);
  return z.array(countRow).parse(rows);
}

const lockedRow = z.object({
  id: appointmentIdSchema,
  status: z.enum(appointmentStatuses),
  revision: z.int(),
  startsAt: instant,
  timezone: z.string(),
  clinicName: z.string().nullable(),
  doctorUserId: z.guid().nullable(),
  doctorName: z.string(),
  patientUserId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
  cancelledBy: z.guid().nullable(),
  cancellationReason: z.string().nullable(),
  kept: z.array(
    z.object({ cause: z.string(), by: z.guid().nullable(), reason: z.string().nullable() }),
  ),
});

export type LockedAppointment = z.infer<typeof lockedRow>;

/**
 * Appointments of whomever, kept as they are until the transaction ends, and then their associations:
 * each in the order of their ids, as everyone who changes appointments does.
 */
export async function lockAppointments(
  tx: Tx,
  ids: readonly AppointmentId[],
): Promise<LockedAppointment[]> {
  await tx.$queryRaw(Prisma.sql`
    SELECT 1 FROM appointments WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  await tx.$queryRaw(Prisma.sql`
    SELECT 1 FROM doctor_clinics
    WHERE id IN (SELECT doctor_clinic_id FROM appointments WHERE id = ANY(${ids}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`);
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.status, a.revision, a.starts_at AS "startsAt", a.timezone, c.name AS "clinicName",
      d.user_id AS "doctorUserId", coalesce(du.full_name, '') AS "doctorName",
      p.user_id AS "patientUserId", a.cancelled_by AS "cancelledBy",
      a.cancellation_reason AS "cancellationReason",
      coalesce((SELECT json_agg(json_build_object('cause', k.cause, 'by', k.kept_by,
        'reason', k.reason)) FROM kept_appointments k WHERE k.appointment_id = a.id), '[]') AS kept
    FROM appointments a JOIN patients p ON p.id = a.patient_id
    LEFT JOIN doctors d ON d.id = a.doctor_id LEFT JOIN users du ON du.id = d.user_id
    LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE a.id = ANY(${ids}::uuid[]) ORDER BY a.starts_at, a.id`);
  return z.array(lockedRow).parse(rows);
}

/** Which of some locked appointments wait for a decision, and why. */
export async function findCauses(
  tx: Tx,
  ids: readonly AppointmentId[],
  now: Instant,
): Promise<ReadonlyMap<string, Cause>> {
  const rows = await tx.$queryRaw<{ id: string; cause: Cause }[]>(Prisma.sql`
    SELECT unserved.appointment_id AS id, unserved.cause
    FROM (SELECT DISTINCT doctor_id AS id FROM appointments WHERE id = ANY(${ids}::uuid[])) doctor
    CROSS JOIN LATERAL unserved_appointments_of(doctor.id, ${toDate(now)}) unserved
    WHERE unserved.appointment_id = ANY(${ids}::uuid[])`);
  return new Map(rows.map(({ id, cause }) => [id, cause]));
}

/** Leaves a locked appointment standing, whatever the cause. */
export async function insertKept(
  tx: Tx,
  appointmentId: AppointmentId,
  kept: { cause: Cause; by: UserId; at: Instant; reason: string },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO kept_appointments (appointment_id, cause, kept_by, kept_at, reason)
    VALUES (${appointmentId}::uuid, ${kept.cause}, ${kept.by}::uuid, ${toDate(kept.at)},
      ${kept.reason})`);
}

/** Asks again about what was left standing in an earlier suspension. */
export async function deleteKept(tx: Tx, doctorId: DoctorId, cause: Cause): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM kept_appointments k USING appointments a
    WHERE a.id = k.appointment_id AND a.doctor_id = ${doctorId}::uuid AND k.cause = ${cause}`);
}

const standingRow = z.object({
  id: appointmentIdSchema,
  startsAt: instant,
  timezone: z.string(),
  clinicName: z.string().nullable(),
  doctorName: z.string(),
  patientUserId: z.guid().transform((id) => id as UserId),
  /** Whether something has to be decided about it. */
  isUnserved: z.boolean(),
});

/** A doctor's appointments ahead whose patients can be written to. */
export async function listAhead(
  tx: Tx,
  doctorId: DoctorId,
  now: Instant,
): Promise<z.infer<typeof standingRow>[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.starts_at AS "startsAt", a.timezone, c.name AS "clinicName",
      coalesce(du.full_name, '') AS "doctorName", p.user_id AS "patientUserId",
      unserved.appointment_id IS NOT NULL AS "isUnserved"
    FROM appointments a JOIN patients p ON p.id = a.patient_id
    LEFT JOIN ${unserved(doctorId, now)} ON unserved.appointment_id = a.id
    JOIN doctors d ON d.id = a.doctor_id JOIN users du ON du.id = d.user_id
    LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE a.doctor_id = ${doctorId}::uuid AND a.starts_at > ${toDate(now)}
      AND a.status IN ('scheduled', 'confirmed') AND p.user_id IS NOT NULL
    ORDER BY a.starts_at, a.id`);
  return z.array(standingRow).parse(rows);
}

/** The name under which a list of one doctor's appointments stands; null for an unknown one. */
export async function findDoctor(db: Db, doctorId: DoctorId): Promise<{ name: string } | null> {
  const row = await db.doctor.findUnique({
    where: { id: doctorId },
    select: { user: { select: { fullName: true } } },
  });
  return row && { name: row.user.fullName ?? "" };
}

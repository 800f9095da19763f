import { z } from "zod";
import { appointmentStatuses } from "@/features/appointments/rules";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId } from "@/lib/ids";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { type AppointmentsFilter, peoplePageSize } from "./schema";
import { nameHas } from "./search-sql";

const instant = z.date().transform(fromDate);
const status = z.enum(appointmentStatuses);

const listedRow = z.object({
  id: z.guid(),
  startsAt: instant,
  timezone: z.string(),
  status,
  patientName: z.string(),
  /** Null for somebody without an account. */
  patientUserId: z.guid().nullable(),
  doctorName: z.string().nullable(),
  doctorUserId: z.guid().nullable(),
  clinicName: z.string().nullable(),
});

/** An appointment as administrators see it: who, with whom, when and where, and nothing of why. */
export type ListedAppointment = z.infer<typeof listedRow>;

const columns = Prisma.sql`a.id, a.starts_at AS "startsAt", a.timezone, a.status,
  coalesce(pu.full_name, p.walk_in_name, '') AS "patientName", pu.id AS "patientUserId",
  du.full_name AS "doctorName", du.id AS "doctorUserId", c.name AS "clinicName"`;
const tables = Prisma.sql`appointments a
  JOIN patients p ON p.id = a.patient_id
  LEFT JOIN users pu ON pu.id = p.user_id
  LEFT JOIN doctors d ON d.id = a.doctor_id
  LEFT JOIN users du ON du.id = d.user_id
  LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
  LEFT JOIN clinics c ON c.id = dc.clinic_id`;

const ofPatient = (text: string) => Prisma.sql`a.patient_id IN (
  SELECT pp.id FROM users s JOIN patients pp ON pp.user_id = s.id
    WHERE ${nameHas(Prisma.sql`s.full_name`, text)}
  UNION ALL
  SELECT w.id FROM patients w
    WHERE w.walk_in_name IS NOT NULL AND ${nameHas(Prisma.sql`w.walk_in_name`, text)})`;
const ofDoctor = (text: string) => Prisma.sql`a.doctor_id IN (
  SELECT dd.id FROM users s JOIN doctors dd ON dd.user_id = s.id
    WHERE s.role = 'doctor' AND ${nameHas(Prisma.sql`s.full_name`, text)})`;
const atClinic = (text: string) => Prisma.sql`a.doctor_clinic_id IN (
  SELECT dcc.id FROM clinics s JOIN doctor_clinics dcc ON dcc.clinic_id = s.id
    WHERE ${nameHas(Prisma.sql`s.name`, text)})`;
const ofPerson = (userId: string) => Prisma.sql`(
  a.patient_id = (SELECT pp.id FROM patients pp WHERE pp.user_id = ${userId}::uuid)
  OR a.doctor_id = (SELECT dd.id FROM doctors dd WHERE dd.user_id = ${userId}::uuid))`;

/** The appointments that a filter leaves; for `listAppointments`, and for the test of its plan. */
export function appointmentsWhere(filter: AppointmentsFilter): Prisma.Sql {
  const conditions = [
    filter.patient ? ofPatient(filter.patient) : null,
    filter.doctor ? ofDoctor(filter.doctor) : null,
    filter.clinic ? atClinic(filter.clinic) : null,
    filter.person ? ofPerson(filter.person) : null,
    filter.status ? Prisma.sql`a.status = ${filter.status}` : null,
    filter.from ? Prisma.sql`a.appointment_date >= ${filter.from}::date` : null,
    filter.to ? Prisma.sql`a.appointment_date <= ${filter.to}::date` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

/** A page of appointments, the latest start first, from the one that follows `after` on. */
export async function listAppointments(
  db: Db,
  filter: AppointmentsFilter,
): Promise<{ appointments: ListedAppointment[]; next: string | null }> {
  const isAfter = filter.after
    ? Prisma.sql`(a.starts_at, a.id) <
        (SELECT starts_at, id FROM appointments WHERE id = ${filter.after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM ${tables} WHERE ${appointmentsWhere(filter)} AND ${isAfter}
    ORDER BY a.starts_at DESC, a.id DESC LIMIT ${peoplePageSize + 1}`);
  const appointments = z.array(listedRow).parse(rows.slice(0, peoplePageSize));
  const hasMore = rows.length > peoplePageSize;
  return { appointments, next: hasMore ? (appointments.at(-1)?.id ?? null) : null };
}

const stepRow = z.object({
  id: z.string(),
  at: instant,
  by: z.string().nullable(),
  fromStatus: status.nullable(),
  toStatus: status,
  fromStartsAt: instant.nullable(),
  toStartsAt: instant,
});

const detailRow = listedRow.extend({
  endsAt: instant,
  origin: z.string(),
  bookedAt: instant.nullable(),
});
export type AppointmentDetail = z.infer<typeof detailRow> & {
  steps: z.infer<typeof stepRow>[];
};

/** One appointment with each step it took: when and by whom, and none of the words said about it. */
export async function findAppointment(
  db: Db,
  appointmentId: AppointmentId,
): Promise<AppointmentDetail | null> {
  const [rows, steps] = await Promise.all([
    db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT ${columns}, a.ends_at AS "endsAt", a.origin, a.created_at AS "bookedAt"
      FROM ${tables} WHERE a.id = ${appointmentId}::uuid`),
    db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT h.id::text, h.at, u.full_name AS by, h.from_status AS "fromStatus",
        h.to_status AS "toStatus", h.from_starts_at AS "fromStartsAt",
        h.to_starts_at AS "toStartsAt"
      FROM appointment_history h LEFT JOIN users u ON u.id = h.by_user_id
      WHERE h.appointment_id = ${appointmentId}::uuid ORDER BY h.id`),
  ]);
  return rows[0] ? { ...detailRow.parse(rows[0]), steps: z.array(stepRow).parse(steps) } : null;
}

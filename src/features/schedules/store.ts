import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, AssociationId, DoctorId, UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import { type Interval, type IntervalSet, intervalSet, type TimeRange } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";
import { exceptionKinds, type ScheduleFacts } from "./schema";
import { readTemplate, readWindows } from "./template";

const plainDate = z.string().transform((text) => parsePlainDate(text));
const milliseconds = z.number();
const epochDay = z.int();

const exceptionSchema = z
  .object({
    kind: z.enum(exceptionKinds),
    firstDay: epochDay,
    lastDay: epochDay,
    windows: z.unknown(),
    isForAll: z.boolean(),
  })
  .transform((row) => ({ ...row, windows: readWindows(row.windows) }));

/** What `associationJson` selects. Every JSON date is "YYYY-MM-DD", every amount a number. */
export const associationSchema = z
  .object({
    id: z.guid().transform((id) => id as AssociationId),
    doctorId: z.guid().transform((id) => id as DoctorId),
    doctor: z.object({
      userId: z.guid().transform((id) => id as UserId),
      slug: z.string(),
      name: z.string(),
      specialization: z.string(),
      isListed: z.boolean(),
    }),
    clinic: z.object({
      id: z.guid(),
      slug: z.string(),
      name: z.string(),
      address: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
      timezone: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      isOpen: z.boolean(),
      /** Not looked at yet: nobody but its doctors knows of it. */
      isProposed: z.boolean(),
    }),
    fee: z.number().nullable(),
    currency: z.string(),
    isPrimary: z.boolean(),
    department: z.string().nullable(),
    designation: z.string().nullable(),
    cancellationNoticeMinutes: z.int(),
    template: z.unknown(),
    durationMinutes: z.int(),
    noticeMinutes: z.int(),
    horizonDays: z.int(),
    status: z.enum(["active", "on_leave", "ended"]),
    isBookingEnabled: z.boolean(),
    startDate: plainDate.nullable(),
    endDate: plainDate.nullable(),
    licensedUntil: plainDate.nullable(),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
    maxPerDay: z.int().nullable(),
    fullDays: z.array(epochDay).transform((days) => new Set(days)),
    exceptions: z.array(exceptionSchema),
    blocked: z
      .array(z.object({ startMs: milliseconds, endMs: milliseconds }))
      .transform((intervals) => intervalSet(intervals)),
  })
  .transform((row) => {
    const { id, doctorId, doctor, clinic, fee, currency, isPrimary, ...rest } = row;
    const { department, designation, cancellationNoticeMinutes, template, ...schedule } = rest;
    const facts: ScheduleFacts = {
      ...schedule,
      template: readTemplate(template),
      timezone: clinic.timezone,
    };
    const association = { id, doctorId, doctor, clinic, fee, currency, isPrimary, facts };
    return { ...association, department, designation, cancellationNoticeMinutes };
  });

/**
 * A doctor at a clinic: what the engine must know, and what may be shown of both. Only
 * `doctor.userId` is not for the public.
 */
export type Association = z.infer<typeof associationSchema>;

/**
 * One association as JSON, from `doctor_clinics dc JOIN clinics c JOIN doctors d JOIN users u`. The
 * association's own fee and duration go before the doctor's. Of exceptions, blocked time and full days
 * it has what can still matter at `now`.
 * @param isListed SQL that says whether the doctor may be listed and booked on the day.
 * @param except an appointment that is to move, and so does not fill its own day.
 */
export const associationJson = ({ isListed, now, except }: FactsAt) => Prisma.sql`json_build_object(
  'id', dc.id, 'doctorId', dc.doctor_id,
  'doctor', json_build_object('userId', d.user_id, 'slug', d.slug,
    'name', coalesce(u.full_name, ''), 'specialization', d.specialization, 'isListed', ${isListed}),
  'clinic', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'address', c.address,
    'city', c.city, 'country', c.country, 'timezone', c.timezone, 'latitude', c.latitude,
    'longitude', c.longitude, 'isOpen', coalesce(c.status, 'active') = 'active',
    'isProposed', c.status IS NOT DISTINCT FROM 'proposed'),
  'fee', coalesce(dc.consultation_fee, d.consultation_fee), 'currency', c.currency,
  'isPrimary', dc.is_primary IS TRUE, 'department', dc.department, 'designation', dc.designation,
  'cancellationNoticeMinutes', dc.cancellation_notice_minutes,
  'template', dc.available_time_slots,
  'durationMinutes',
    coalesce(dc.consultation_duration_minutes, d.consultation_duration_minutes, 30),
  'noticeMinutes', dc.booking_notice_minutes, 'horizonDays', dc.booking_horizon_days,
  'status', coalesce(dc.status, 'active'),
  'isBookingEnabled', dc.appointment_booking_enabled IS NOT FALSE,
  'startDate', dc.start_date, 'endDate', dc.end_date, 'licensedUntil', d.license_expires_on,
  'bufferBeforeMinutes', dc.buffer_before_minutes, 'bufferAfterMinutes', dc.buffer_after_minutes,
  'maxPerDay', dc.max_appointments_a_day,
  'fullDays', CASE WHEN dc.max_appointments_a_day IS NULL THEN '[]'
    ELSE ${fullDays(now, except)} END,
  'exceptions', coalesce((
    SELECT json_agg(json_build_object('kind', e.kind, 'firstDay', e.first_date - ${firstEpochDay},
      'lastDay', e.last_date - ${firstEpochDay}, 'windows', e.windows,
      'isForAll', e.doctor_clinic_id IS NULL))
    FROM schedule_exceptions e
    WHERE e.doctor_id = dc.doctor_id AND e.last_date >= ${stillOpen(now)}
      AND (e.doctor_clinic_id IS NULL OR e.doctor_clinic_id = dc.id)), '[]'),
  'blocked', coalesce((
    SELECT json_agg(json_build_object('startMs', ${epochMs(Prisma.sql`b.starts_at`)},
      'endMs', ${epochMs(Prisma.sql`b.ends_at`)}))
    FROM blocked_times b
    WHERE b.doctor_id = dc.doctor_id AND b.ends_at > ${toDate(now)}::timestamptz), '[]'))`;

type FactsAt = { isListed: Prisma.Sql; now: Instant; except?: AppointmentId | undefined };

const firstEpochDay = Prisma.sql`DATE '1970-01-01'`;

/** The first date on which a window that is open now can have begun, on any clinic's calendar. */
const stillOpen = (now: Instant) => Prisma.sql`${toDate(now)}::date - 2`;

const epochMs = (moment: Prisma.Sql) => Prisma.sql`(date_part('epoch', ${moment}) * 1000)::bigint`;

const fullDays = (now: Instant, except?: AppointmentId) => Prisma.sql`coalesce((
  SELECT json_agg(taken.date - ${firstEpochDay})
  FROM (SELECT a.appointment_date AS date FROM appointments a
    WHERE a.doctor_clinic_id = dc.id AND a.status NOT IN ('cancelled', 'no_show')
      AND a.appointment_date >= ${stillOpen(now)} AND a.id IS DISTINCT FROM ${except ?? null}::uuid
    GROUP BY a.appointment_date
    HAVING count(*) >= dc.max_appointments_a_day) taken), '[]')`;

/** Which associations; every part that is given must hold. At least one must be given. */
export type AssociationFilter = {
  associationId?: string | null;
  doctorId?: DoctorId;
  doctorSlug?: string;
  clinicId?: string;
};

/**
 * Associations of any status with their schedule facts, in one statement; primary ones first, then
 * by clinic name. Doctors who may not be listed at `now`, and closed clinics, are included and
 * marked (`doctor.isListed`, `clinic.isOpen`): the engine judges hours, the caller judges these.
 * @param except an appointment that is to move, and so does not fill its own day.
 */
export async function listScheduleFacts(
  db: Db,
  where: AssociationFilter,
  now: Instant,
  { except }: { except?: AppointmentId | undefined } = {},
): Promise<Association[]> {
  const conditions = [
    where.associationId && Prisma.sql`dc.id = ${where.associationId}::uuid`,
    where.doctorId && Prisma.sql`dc.doctor_id = ${where.doctorId}::uuid`,
    where.doctorSlug !== undefined && Prisma.sql`d.slug = ${where.doctorSlug}`,
    where.clinicId && Prisma.sql`dc.clinic_id = ${where.clinicId}::uuid`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  // Without a condition this would read every doctor there is.
  if (conditions.length === 0) return [];
  const isListed = Prisma.sql`listed.id IS NOT NULL`;
  const rows = await db.$queryRaw<{ association: unknown }[]>(Prisma.sql`
    SELECT ${associationJson({ isListed, now, except })} AS association
    FROM doctor_clinics dc
    JOIN clinics c ON c.id = dc.clinic_id
    JOIN doctors d ON d.id = dc.doctor_id
    JOIN users u ON u.id = d.user_id
    LEFT JOIN listed_doctors(${toDate(now)}::date) listed ON listed.id = d.id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY dc.is_primary IS TRUE DESC, c.name, dc.id`);
  return rows.map((row) => associationSchema.parse(row.association));
}

const busyRow = z.object({
  doctor_id: z.guid().transform((id) => id as DoctorId),
  starts: z.array(z.number()),
  ends: z.array(z.number()),
});

/** What occupies each doctor; ask it by `busyOf`, for one who is free has no entry. */
export type BusyDoctors = ReadonlyMap<DoctorId, IntervalSet>;

/**
 * What can stand against visits in the range, at any clinic and with any buffers, in one statement:
 * the doctors' appointments that are neither cancelled nor missed, each with the buffers it was
 * booked with. One entry per doctor who has any.
 * @param except an appointment that is to move, and so does not stand in its own way.
 */
export async function listBusy(
  db: Db,
  doctorIds: readonly DoctorId[],
  { from, to }: TimeRange,
  { except }: { except?: AppointmentId | undefined } = {},
): Promise<BusyDoctors> {
  if (doctorIds.length === 0) return new Map();
  // No appointment is longer than 8 hours and no buffer than 4, of which each of two visits has one
  // between them; so the index can skip the past.
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT doctor_id,
      json_agg(${epochMs(Prisma.sql`starts_at`)} - buffer_before_minutes * 60000) AS starts,
      json_agg(${epochMs(Prisma.sql`ends_at`)} + buffer_after_minutes * 60000) AS ends
    FROM appointments
    WHERE doctor_id = ANY(${doctorIds}::uuid[]) AND status NOT IN ('cancelled', 'no_show')
      AND starts_at > ${toDate(from)}::timestamptz - interval '16 hours'
      AND starts_at < ${toDate(to)}::timestamptz + interval '8 hours'
      AND id IS DISTINCT FROM ${except ?? null}::uuid
    GROUP BY doctor_id`);
  return new Map(
    rows.map((raw) => {
      const row = busyRow.parse(raw);
      const intervals = row.starts.map(
        (startMs, index): Interval => ({ startMs, endMs: row.ends[index] ?? startMs }),
      );
      return [row.doctor_id, intervalSet(intervals)];
    }),
  );
}

/** What occupies one of the doctors that `listBusy` was asked about. */
export function busyOf(busy: BusyDoctors, doctorId: DoctorId): IntervalSet {
  return busy.get(doctorId) ?? intervalSet([]);
}

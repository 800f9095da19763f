import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AssociationId, DoctorId, UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import { type Interval, type IntervalSet, intervalSet, type TimeRange } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";
import type { ScheduleFacts } from "./schema";
import { readTemplate } from "./template";

const plainDate = z.string().transform((text) => parsePlainDate(text));

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
  })
  .transform((row) => {
    const { template, durationMinutes, noticeMinutes, horizonDays, ...rest } = row;
    const { status, isBookingEnabled, startDate, endDate, ...association } = rest;
    const facts: ScheduleFacts = {
      template: readTemplate(template),
      timezone: association.clinic.timezone,
      durationMinutes,
      noticeMinutes,
      horizonDays,
      status,
      isBookingEnabled,
      startDate,
      endDate,
    };
    return { ...association, facts };
  });

/**
 * A doctor at a clinic: what the engine must know, and what may be shown of both. Only
 * `doctor.userId` is not for the public.
 */
export type Association = z.infer<typeof associationSchema>;

/**
 * One association as JSON, from `doctor_clinics dc JOIN clinics c JOIN doctors d JOIN users u`. The
 * association's own fee and duration go before the doctor's. It ends with the licence at the latest:
 * a visit needs a licence that is valid on its day.
 * @param isListed SQL that says whether the doctor may be listed and booked on the day.
 */
export const associationJson = (isListed: Prisma.Sql) => Prisma.sql`json_build_object(
  'id', dc.id, 'doctorId', dc.doctor_id,
  'doctor', json_build_object('userId', d.user_id, 'slug', d.slug,
    'name', coalesce(u.full_name, ''), 'specialization', d.specialization, 'isListed', ${isListed}),
  'clinic', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'address', c.address,
    'city', c.city, 'country', c.country, 'timezone', c.timezone, 'latitude', c.latitude,
    'longitude', c.longitude, 'isOpen', coalesce(c.status, 'active') = 'active'),
  'fee', coalesce(dc.consultation_fee, d.consultation_fee), 'currency', c.currency,
  'isPrimary', dc.is_primary IS TRUE, 'department', dc.department, 'designation', dc.designation,
  'cancellationNoticeMinutes', dc.cancellation_notice_minutes,
  'template', dc.available_time_slots,
  'durationMinutes',
    coalesce(dc.consultation_duration_minutes, d.consultation_duration_minutes, 30),
  'noticeMinutes', dc.booking_notice_minutes, 'horizonDays', dc.booking_horizon_days,
  'status', coalesce(dc.status, 'active'),
  'isBookingEnabled', dc.appointment_booking_enabled IS NOT FALSE,
  'startDate', dc.start_date, 'endDate', least(dc.end_date, d.license_expires_on))`;

/** Which associations; every part that is given must hold. At least one must be given. */
export type AssociationFilter = {
  associationId?: string | null;
  doctorSlug?: string;
  clinicId?: string;
};

/**
 * Associations of any status with their schedule facts, in one statement; primary ones first, then
 * by clinic name. Doctors who may not be listed at `now`, and closed clinics, are included and
 * marked (`doctor.isListed`, `clinic.isOpen`): the engine judges hours, the caller judges these.
 * @param isLocking keeps the associations as they are until the transaction ends.
 */
export async function listScheduleFacts(
  db: Db,
  where: AssociationFilter,
  now: Instant,
  { isLocking = false } = {},
): Promise<Association[]> {
  const conditions = [
    where.associationId && Prisma.sql`dc.id = ${where.associationId}::uuid`,
    where.doctorSlug !== undefined && Prisma.sql`d.slug = ${where.doctorSlug}`,
    where.clinicId && Prisma.sql`dc.clinic_id = ${where.clinicId}::uuid`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  // Without a condition this would read every doctor there is.
  if (conditions.length === 0) return [];
  const rows = await db.$queryRaw<{ association: unknown }[]>(Prisma.sql`
    SELECT ${associationJson(Prisma.sql`listed.id IS NOT NULL`)} AS association
    FROM doctor_clinics dc
    JOIN clinics c ON c.id = dc.clinic_id
    JOIN doctors d ON d.id = dc.doctor_id
    JOIN users u ON u.id = d.user_id
    LEFT JOIN listed_doctors(${toDate(now)}::date) listed ON listed.id = d.id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY dc.is_primary IS TRUE DESC, c.name, dc.id
    ${isLocking ? Prisma.sql`FOR NO KEY UPDATE OF dc` : Prisma.empty}`);
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
 * What occupies the doctors in the range, at any clinic, in one statement: appointments that are
 * neither cancelled nor missed. One entry per doctor who has any.
 * @param except an appointment that is to move, and so does not stand in its own way.
 */
export async function listBusy(
  db: Db,
  doctorIds: readonly DoctorId[],
  { from, to }: TimeRange,
  { except }: { except?: string } = {},
): Promise<BusyDoctors> {
  if (doctorIds.length === 0) return new Map();
  // No appointment is longer than 8 hours; the lower bound lets the index skip the past.
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT doctor_id,
      json_agg((date_part('epoch', starts_at) * 1000)::bigint) AS starts,
      json_agg((date_part('epoch', ends_at) * 1000)::bigint) AS ends
    FROM appointments
    WHERE doctor_id = ANY(${doctorIds}::uuid[]) AND status NOT IN ('cancelled', 'no_show')
      AND starts_at > ${toDate(from)}::timestamptz - interval '8 hours'
      AND starts_at < ${toDate(to)} AND ends_at > ${toDate(from)}
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

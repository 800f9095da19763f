import { z } from "zod";
import { appointmentStatuses } from "@/features/appointments/rules";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { TimeRange } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import type { Db, Tx } from "@/server/db";

const msInstant = z.number().transform((ms) => fromDate(new Date(ms)));
const plainDate = z.string().transform((text, context) => {
  const date = parsePlainDate(text);
  if (date) return date;
  context.addIssue({ code: "custom", message: "not a date" });
  return z.NEVER;
});

const visitJson = z.object({
  id: z.guid(),
  status: z.enum(appointmentStatuses),
  startsAt: msInstant,
  endsAt: msInstant,
  sequence: z.int(),
  changedAt: msInstant,
  clinicName: z.string().nullable(),
  clinicAddress: z.string().nullable(),
  clinicCity: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
const blockJson = z.object({
  id: z.guid(),
  startsAt: msInstant,
  endsAt: msInstant,
  changedAt: msInstant,
});
const timeOffJson = z.object({
  id: z.guid(),
  firstDate: plainDate,
  lastDate: plainDate,
  changedAt: msInstant,
  clinicName: z.string().nullable(),
});
const feedRow = z.object({
  visits: z.array(visitJson),
  blocks: z.array(blockJson),
  timeOff: z.array(timeOffJson),
});

export type FeedVisit = z.infer<typeof visitJson>;
export type FeedBlock = z.infer<typeof blockJson>;
export type FeedTimeOff = z.infer<typeof timeOffJson>;
/** What a feed tells. Nothing of any patient is read for it. */
export type FeedEntries = z.infer<typeof feedRow>;

const ms = (column: Prisma.Sql) => Prisma.sql`floor(date_part('epoch', ${column}) * 1000)::bigint`;

/**
 * The feed behind the hash of a secret, in one statement: visits of any state, blocked time and time
 * off that touch the range, each by start. Null for a secret that is not in use, and for a doctor
 * who may not be listed at `now`, or whose licence ended before the day before.
 */
export async function findFeed(
  db: Db,
  secretHash: string,
  { from, to }: TimeRange,
  now: Instant,
): Promise<FeedEntries | null> {
  const span = Prisma.sql`${toDate(from)} AND ${toDate(to)}`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT coalesce((SELECT json_agg(json_build_object('id', a.id, 'status', a.status,
          'startsAt', ${ms(Prisma.sql`a.starts_at`)}, 'endsAt', ${ms(Prisma.sql`a.ends_at`)},
          'sequence', a.calendar_sequence, 'changedAt', ${ms(Prisma.sql`a.updated_at`)},
          'clinicName', c.name, 'clinicAddress', c.address, 'clinicCity', c.city,
          'latitude', c.latitude, 'longitude', c.longitude) ORDER BY a.starts_at, a.id)
        FROM appointments a
        LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
        LEFT JOIN clinics c ON c.id = dc.clinic_id
        WHERE a.doctor_id = d.id AND a.starts_at BETWEEN ${span}), '[]') AS visits,
      coalesce((SELECT json_agg(json_build_object('id', b.id,
          'startsAt', ${ms(Prisma.sql`b.starts_at`)}, 'endsAt', ${ms(Prisma.sql`b.ends_at`)},
          'changedAt', ${ms(Prisma.sql`b.created_at`)}) ORDER BY b.starts_at, b.id)
        FROM blocked_times b
        WHERE b.doctor_id = d.id AND b.starts_at BETWEEN ${span}), '[]') AS blocks,
      coalesce((SELECT json_agg(json_build_object('id', e.id,
          'firstDate', e.first_date, 'lastDate', e.last_date,
          'changedAt', ${ms(Prisma.sql`e.created_at`)}, 'clinicName', c.name)
          ORDER BY e.first_date, e.id)
        FROM schedule_exceptions e
        LEFT JOIN doctor_clinics dc ON dc.id = e.doctor_clinic_id
        LEFT JOIN clinics c ON c.id = dc.clinic_id
        WHERE e.doctor_id = d.id AND e.kind = 'time_off'
          AND e.last_date >= ${toDate(from)}::date AND e.first_date <= ${toDate(to)}::date), '[]')
        AS "timeOff"
    FROM calendar_feeds f
    JOIN listed_doctors(${toDate(now)}::date - 1) d ON d.id = f.doctor_id
    WHERE f.secret_hash = ${secretHash}`);
  return rows[0] ? feedRow.parse(rows[0]) : null;
}

/** Remembers that a program has read the feed; to the minute is enough. */
export async function updateLastRead(db: Db, secretHash: string, now: Instant): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE calendar_feeds SET last_read_at = ${toDate(now)}
    WHERE secret_hash = ${secretHash}
      AND (last_read_at IS NULL OR last_read_at < ${toDate(now.subtract({ minutes: 1 }))})`);
}

export type OwnFeed = { createdAt: Instant; lastReadAt: Instant | null };

/** The doctor's own feed, if there is one. Its secret is known to nobody but whoever has the address. */
export async function findOwnFeed(db: Db, doctorId: DoctorId): Promise<OwnFeed | null> {
  const feed = await db.calendarFeed.findUnique({ where: { doctorId } });
  if (!feed) return null;
  const { createdAt, lastReadAt } = feed;
  return { createdAt: fromDate(createdAt), lastReadAt: lastReadAt && fromDate(lastReadAt) };
}

/** Sets the one secret of the doctor's feed; of two at once the later holds. */
export async function saveFeed(
  tx: Tx,
  doctorId: DoctorId,
  secretHash: string,
  now: Instant,
): Promise<void> {
  const feed = { secretHash, createdAt: toDate(now), lastReadAt: null };
  await tx.calendarFeed.upsert({
    where: { doctorId },
    create: { doctorId, ...feed },
    update: feed,
  });
}

/** Says whether there was one. */
export async function deleteFeed(tx: Tx, doctorId: DoctorId): Promise<boolean> {
  const { count } = await tx.calendarFeed.deleteMany({ where: { doctorId } });
  return count > 0;
}

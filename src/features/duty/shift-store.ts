import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { instantOf, toDate } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import type { Db, Tx } from "@/server/db";
import { pointSql, withinSql } from "@/server/spatial";
import { violatedConstraint } from "@/server/violation";
import { toleranceKm } from "./rules";
import type { SeenShift } from "./schema";
import type { District } from "./store";

const shiftRow = z.object({
  id: z.guid(),
  districtId: z.guid(),
  pharmacyId: z.guid(),
  startMs: z.number(),
  endMs: z.number(),
  name: z.string(),
  slug: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  /** Whether the public sees the pharmacy; nobody is sent to one that it does not. */
  isListed: z.boolean(),
});
export type Shift = z.infer<typeof shiftRow>;

const ms = (column: string) => Prisma.raw(`(extract(epoch FROM ${column}) * 1000)::float8`);
const at = (moment: number) => Prisma.sql`${toDate(instantOf(moment))}::timestamptz`;

const select = Prisma.sql`
  SELECT s.id, s.district_id AS "districtId", s.pharmacy_id AS "pharmacyId",
    ${ms("s.starts_at")} AS "startMs", ${ms("s.ends_at")} AS "endMs",
    p.name, coalesce(p.slug, p.id::text) AS slug, p.address, p.phone, p.is_listed AS "isListed"
  FROM duty_shifts s JOIN pharmacies p ON p.id = s.pharmacy_id`;

/** Shifts of some districts that share time with a range, ascending. */
export async function listShifts(
  db: Db,
  districtIds: readonly string[],
  { startMs, endMs }: Interval,
): Promise<Shift[]> {
  if (districtIds.length === 0) return [];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`${select}
    WHERE s.district_id = ANY(${[...districtIds]}::uuid[])
      AND s.starts_at < ${at(endMs)} AND s.ends_at > ${at(startMs)}
    ORDER BY s.starts_at, p.name, s.id`);
  return z.array(shiftRow).parse(rows);
}

const ownRow = shiftRow
  .pick({ id: true, startMs: true, endMs: true })
  .extend({ district: z.string(), districtSlug: z.string(), timezone: z.string() });

/** A pharmacy's shifts that have not ended, soonest first. */
export async function listUpcoming(
  db: Db,
  pharmacyId: string,
  nowMs: number,
): Promise<z.infer<typeof ownRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT s.id, ${ms("s.starts_at")} AS "startMs", ${ms("s.ends_at")} AS "endMs",
      d.name AS district, d.slug AS "districtSlug", d.timezone
    FROM duty_shifts s JOIN duty_districts d ON d.id = s.district_id
    WHERE s.pharmacy_id = ${pharmacyId}::uuid AND s.ends_at > ${at(nowMs)}
    ORDER BY s.starts_at LIMIT 10`);
  return z.array(ownRow).parse(rows);
}

/** When pharmacies are on duty anywhere, within a range. */
export async function listBusy(
  db: Db,
  pharmacyIds: readonly string[],
  { startMs, endMs }: Interval,
): Promise<SeenShift[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`${select}
    WHERE s.pharmacy_id = ANY(${[...pharmacyIds]}::uuid[])
      AND s.starts_at < ${at(endMs)} AND s.ends_at > ${at(startMs)}`);
  return z.array(shiftRow).parse(rows);
}

/** The district of a shift; null for an unknown one. */
export async function districtOfShift(db: Db, shiftId: string): Promise<string | null> {
  const shift = await db.dutyShift.findUnique({
    where: { id: shiftId },
    select: { districtId: true },
  });
  return shift?.districtId ?? null;
}

/** Within the lock of its district. Null for one that is gone. */
export async function findShift(tx: Tx, shiftId: string): Promise<Shift | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`${select} WHERE s.id = ${shiftId}::uuid`);
  return rows[0] ? shiftRow.parse(rows[0]) : null;
}

export async function insertShifts(
  tx: Tx,
  districtId: string,
  shifts: readonly SeenShift[],
  createdBy: UserId,
): Promise<void> {
  await tx.dutyShift.createMany({
    data: shifts.map(({ pharmacyId, startMs, endMs }) => ({
      districtId,
      pharmacyId,
      startsAt: toDate(instantOf(startMs)),
      endsAt: toDate(instantOf(endMs)),
      createdBy,
    })),
  });
}

export async function updateShiftRow(tx: Tx, shiftId: string, shift: SeenShift): Promise<void> {
  await tx.dutyShift.update({
    where: { id: shiftId },
    data: {
      pharmacyId: shift.pharmacyId,
      startsAt: toDate(instantOf(shift.startMs)),
      endsAt: toDate(instantOf(shift.endMs)),
    },
  });
}

export async function deleteShift(tx: Tx, shiftId: string): Promise<void> {
  await tx.dutyShift.delete({ where: { id: shiftId } });
}

/** Awaits a write of shifts; where a pharmacy would be on duty twice at once, refuses DUTY_TWICE. */
export async function refuseTwice<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (violatedConstraint(error) !== "duty_shifts_once") throw error;
    throw new RefusalError(refuse("DUTY_TWICE"));
  }
}

const pharmacyRow = z.object({ id: z.guid(), name: z.string(), address: z.string().nullable() });
export type DutyPharmacy = z.infer<typeof pharmacyRow>;

const isOf = ({ radiusKm, ...middle }: District) =>
  Prisma.sql`is_listed AND ${withinSql(Prisma.sql`location`, pointSql(middle), (radiusKm + toleranceKm) * 1000)}`;

/** Listed pharmacies of a district with these words in name or address, by name. */
export async function findPharmacies(
  db: Db,
  district: District,
  text: string,
): Promise<DutyPharmacy[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  const has = words.map(
    (word) =>
      Prisma.sql`AND concat_ws(' ', name, address) ILIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT id, name, address FROM pharmacies WHERE ${isOf(district)}
      ${has.length > 0 ? Prisma.join(has, " ") : Prisma.empty}
    ORDER BY name, id LIMIT 12`);
  return z.array(pharmacyRow).parse(rows);
}

/** Those of the pharmacies that are on the list and in the district. */
export async function pharmaciesOf(
  db: Db,
  district: District,
  ids: readonly string[],
): Promise<DutyPharmacy[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT id, name, address FROM pharmacies
    WHERE id = ANY(${[...ids]}::uuid[]) AND ${isOf(district)}`);
  return z.array(pharmacyRow).parse(rows);
}

const staffRow = z.object({
  pharmacyId: z.guid(),
  pharmacyName: z.string(),
  userId: z.guid().transform((id) => id as UserId),
});

/** Who works at the pharmacies today. */
export async function staffOf(
  tx: Tx,
  pharmacyIds: readonly string[],
): Promise<z.infer<typeof staffRow>[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT s.pharmacy_id AS "pharmacyId", p.name AS "pharmacyName", s.user_id AS "userId"
    FROM pharmacy_staff s JOIN pharmacies p ON p.id = s.pharmacy_id
    JOIN users u ON u.id = s.user_id AND u.is_active
    WHERE s.pharmacy_id = ANY(${[...pharmacyIds]}::uuid[]) AND s.date_left IS NULL
    ORDER BY s.pharmacy_id, s.user_id`);
  return z.array(staffRow).parse(rows);
}

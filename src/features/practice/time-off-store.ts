import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AssociationId, DoctorId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import { type PlainDate, toDateColumn } from "@/lib/time/plain-date";
import type { Db, Tx } from "@/server/db";
import { type ExceptionKind, exceptionKinds } from "./change-form";

const row = z.object({
  id: z.guid(),
  associationId: z
    .guid()
    .transform((id) => id as AssociationId)
    .nullable(),
  clinicName: z.string().nullable(),
  kind: z.enum(exceptionKinds),
  firstDate: z.string(),
  lastDate: z.string(),
  windows: z.array(z.string()),
  note: z.string(),
});

/** An exception as its doctor sees it; of all clinics where it has no association. */
export type ExceptionRow = z.infer<typeof row>;

/** The doctor's exceptions that end on a date or later, soonest first; or the one with an id. */
export async function listExceptions(
  db: Db,
  doctorId: DoctorId,
  where: { from: PlainDate } | { id: string },
): Promise<ExceptionRow[]> {
  const condition =
    "id" in where
      ? Prisma.sql`e.id = ${where.id}::uuid`
      : Prisma.sql`e.last_date >= ${where.from.toString()}::date`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT e.id, e.doctor_clinic_id AS "associationId", c.name AS "clinicName", e.kind,
      e.first_date::text AS "firstDate", e.last_date::text AS "lastDate",
      coalesce(e.windows, '[]') AS windows, coalesce(e.note, '') AS note
    FROM schedule_exceptions e
    LEFT JOIN doctor_clinics dc ON dc.id = e.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE e.doctor_id = ${doctorId}::uuid AND ${condition}
    ORDER BY e.first_date, e.last_date, e.id`);
  return z.array(row).parse(rows);
}

export type NewException = {
  associationId: AssociationId | null;
  kind: ExceptionKind;
  firstDate: PlainDate;
  lastDate: PlainDate;
  windows: string[];
  note: string;
};

/**
 * Writes exceptions, each unless one that says the same is there, so that what is sent twice stands
 * once. Violates schedule_exceptions_one_set_of_hours where days have other hours already.
 */
export async function insertExceptions(
  tx: Tx,
  doctorId: DoctorId,
  exceptions: readonly NewException[],
): Promise<void> {
  for (const { associationId, kind, firstDate, lastDate, windows, note } of exceptions) {
    const one = {
      doctorId,
      doctorClinicId: associationId,
      kind,
      firstDate: toDateColumn(firstDate),
      lastDate: toDateColumn(lastDate),
    };
    const hours = kind === "time_off" ? Prisma.DbNull : windows;
    const same = { ...one, windows: { equals: hours }, note: note || null };
    if (await tx.scheduleException.findFirst({ where: same, select: { id: true } })) continue;
    await tx.scheduleException.create({ data: { ...one, windows: hours, note: note || null } });
  }
}

/** False where there is none of the doctor's with that id. */
export async function deleteException(tx: Tx, doctorId: DoctorId, id: string): Promise<boolean> {
  const { count } = await tx.scheduleException.deleteMany({ where: { id, doctorId } });
  return count > 0;
}

/** Blocks a stretch of time, unless exactly it is blocked already. */
export async function insertBlock(
  tx: Tx,
  doctorId: DoctorId,
  { startsAt, endsAt, note }: { startsAt: Instant; endsAt: Instant; note: string },
): Promise<void> {
  const one = { doctorId, startsAt: toDate(startsAt), endsAt: toDate(endsAt) };
  if (await tx.blockedTime.findFirst({ where: one, select: { id: true } })) return;
  await tx.blockedTime.create({ data: { ...one, note: note || null } });
}

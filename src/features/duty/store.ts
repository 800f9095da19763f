import { z } from "zod";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import { type Point, parsePoint } from "@/lib/geo";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Db, Tx } from "@/server/db";
import { degreesSql, distanceSql, pointSql, roughOrderSql } from "@/server/spatial";
import { violatedConstraint } from "@/server/violation";
import { writeCover } from "./cover";
import type { DistrictAnswers } from "./form-schema";

const districtRow = z.object({
  id: z.guid(),
  name: z.string(),
  slug: z.string(),
  country: z.string(),
  timezone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  radiusKm: z.number(),
  cover: openingHoursSchema,
  revision: z.int(),
  /** From the point that was asked for; null where none was. */
  metres: z.number().nullable(),
});
export type District = z.infer<typeof districtRow>;

/** More districts than anybody reads. */
const mostDistricts = 100;

const centre = Prisma.sql`centre`;
const columns = (metres: Prisma.Sql) => Prisma.sql`
  id, name, slug, country, timezone, ${degreesSql(centre)}, radius_km::float8 AS "radiusKm", cover, revision,
  ${metres} AS metres`;
const noMetres = Prisma.sql`NULL::float8`;

/** Districts by name; from a point those whose middle is nearest first. */
export async function listDistricts(db: Db, near?: Point): Promise<District[]> {
  const distance = near ? distanceSql(centre, pointSql(near)) : noMetres;
  const order = near
    ? Prisma.sql`${roughOrderSql(centre, near)}, name, id`
    : Prisma.sql`name COLLATE "und-x-icu", id`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns(distance)} FROM duty_districts ORDER BY ${order} LIMIT ${mostDistricts}`);
  return z.array(districtRow).parse(rows);
}

/** Null for an unknown one. */
export async function findDistrict(
  db: Db,
  by: { id: string } | { slug: string },
): Promise<District | null> {
  const where = "id" in by ? Prisma.sql`id = ${by.id}::uuid` : Prisma.sql`slug = ${by.slug}`;
  const rows = await db.$queryRaw<unknown[]>(
    Prisma.sql`SELECT ${columns(noMetres)} FROM duty_districts WHERE ${where}`,
  );
  return rows[0] ? districtRow.parse(rows[0]) : null;
}

/** The district, kept as it is until the transaction ends; whoever writes its shifts takes it first. */
export async function lockDistrict(tx: Tx, id: string): Promise<District | null> {
  const rows = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT ${columns(noMetres)} FROM duty_districts WHERE id = ${id}::uuid FOR UPDATE`,
  );
  return rows[0] ? districtRow.parse(rows[0]) : null;
}

function pointOf({ position }: DistrictAnswers): Point {
  const point = parsePoint(position);
  if (!point) throw new RefusalError(refuse("INVALID_INPUT", { fields: { position: "position" } }));
  return point;
}

/** Says its id. */
export async function insertDistrict(tx: Tx, answers: DistrictAnswers): Promise<string> {
  const { name, slug, country, timezone, radiusKm } = answers;
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO duty_districts (name, slug, country, timezone, centre, radius_km, cover)
    VALUES (${name}, ${slug}, ${country}, ${timezone}, ${pointSql(pointOf(answers))},
      ${radiusKm}::numeric, ${JSON.stringify(writeCover(answers))}::jsonb)
    RETURNING id`);
  return z.guid().parse(rows[0]?.id);
}

/** Says the new revision. */
export async function updateDistrictFacts(
  tx: Tx,
  id: string,
  answers: DistrictAnswers,
): Promise<number> {
  const { name, slug, country, timezone, radiusKm } = answers;
  const rows = await tx.$queryRaw<{ revision: number }[]>(Prisma.sql`
    UPDATE duty_districts SET name = ${name}, slug = ${slug}, country = ${country},
      timezone = ${timezone}, centre = ${pointSql(pointOf(answers))}, radius_km = ${radiusKm}::numeric,
      cover = ${JSON.stringify(writeCover(answers))}::jsonb, revision = revision + 1
    WHERE id = ${id}::uuid RETURNING revision`);
  return z.int().parse(rows[0]?.revision);
}

/** Awaits a write of a district; where its address is taken, says so at its field. */
export async function refuseSlugInUse<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (violatedConstraint(error) !== "duty_districts_slug_key") throw error;
    throw new RefusalError(refuse("SLUG_IN_USE", { fields: { slug: "slugInUse" } }));
  }
}

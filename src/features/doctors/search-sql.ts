import { Prisma } from "@/generated/prisma/client";
import type { Point } from "@/lib/geo";
import { distanceSql, pointSql, withinSql } from "@/server/spatial";
import type { Cursor } from "./cursor";
import type { Sort } from "./schema";
import type { QueryWord } from "./specialities";

export type SearchCriteria = {
  words: readonly QueryWord[];
  speciality: string | null;
  near: Point | null;
  /** Metres around `near`. */
  within: number;
  language: string | null;
  maxFee: number | null;
  clinicSlug: string | null;
  sort: Sort;
};

const location = Prisma.sql`c.location`;

/** Larger than any key, so that what has none comes last. */
const LAST = Prisma.sql`1e15::float8`;

/**
 * The conditions of a search as SQL about `clinics c`, `doctor_clinics dc` and listed `doctors d`,
 * and the distance in metres to a clinic (null without a place).
 */
export function searchConditions(criteria: SearchCriteria): {
  distance: Prisma.Sql;
  where: Prisma.Sql;
} {
  const { near, speciality, language, maxFee, clinicSlug } = criteria;
  const centre = near && pointSql(near);
  const conditions = [
    Prisma.sql`true`,
    centre && withinSql(location, centre, criteria.within),
    clinicSlug && Prisma.sql`c.slug = ${clinicSlug}`,
    speciality && Prisma.sql`lower(d.specialization) = lower(${speciality})`,
    language &&
      Prisma.sql`EXISTS (SELECT 1 FROM unnest(d.languages_spoken) AS spoken
        WHERE lower(spoken) = lower(${language}))`,
    maxFee !== null &&
      Prisma.sql`coalesce(dc.consultation_fee, d.consultation_fee) <= ${maxFee}::numeric`,
    ...criteria.words.map(wordCondition),
  ].filter((condition) => condition instanceof Prisma.Sql);
  return {
    distance: centre ? distanceSql(location, centre) : Prisma.sql`NULL::float8`,
    where: Prisma.join(conditions, " AND "),
  };
}

/**
 * Two keys for a list in this order, the order itself, and whether a row comes after the cursor.
 * Fees of different currencies cannot be compared, so that order goes currency by currency.
 */
export function orderBy(
  { sort, near }: Pick<SearchCriteria, "sort" | "near">,
  after?: Cursor,
): { keys: Prisma.Sql; order: Prisma.Sql; isAfter: Prisma.Sql } {
  const worst = Prisma.sql`-coalesce(m.rating, 0)::float8`;
  const fewest = Prisma.sql`-coalesce(m.rating_count, 0)::float8`;
  const distance = Prisma.sql`coalesce(round(m.distance::numeric)::float8, ${LAST})`;
  const byPlace = sort === "distance" || (sort === "soonest" && near !== null);
  const [first, second] =
    sort === "fee"
      ? [Prisma.sql`m.currency::text`, Prisma.sql`coalesce(m.fee, ${LAST})`]
      : byPlace
        ? [distance, worst]
        : [worst, fewest];
  const cast = sort === "fee" ? Prisma.sql`text` : Prisma.sql`float8`;
  const isAfter = after
    ? Prisma.sql`(${first}, ${second}, m.id) >
        (${after.keys[0]}::${cast}, ${after.keys[1]}::float8, ${after.id}::uuid)`
    : Prisma.sql`true`;
  return {
    keys: Prisma.sql`${first} AS k1, ${second} AS k2`,
    order: Prisma.sql`k1, k2, m.id`,
    isAfter,
  };
}

/**
 * A word is part of the doctor's name, nearly part of it (from four letters on), means the
 * speciality, or is part of the clinic's name. Each list of names is gone through once, the
 * doctors' by its trigram index.
 */
function wordCondition({ text, specialities }: QueryWord): Prisma.Sql {
  const name = Prisma.sql`search_text(named.full_name)`;
  const matches = [
    Prisma.sql`${name} LIKE ${containing(text)}`,
    // "obrien" and "dangelo" are how people type O'Brien and D'Angelo.
    /^[od][a-z]{3}/.test(text) &&
      Prisma.sql`${name} LIKE ${containing(`${text[0]}'${text.slice(1)}`)}`,
    text.length >= 4 && Prisma.sql`${text} <% ${name}`,
  ].filter((match) => match instanceof Prisma.Sql);
  return Prisma.sql`(d.user_id IN (
      SELECT named.id FROM users named
      WHERE named.role = 'doctor' AND (${Prisma.join(matches, " OR ")}))
    OR d.specialization = ANY(${specialities}::text[])
    OR c.id IN (SELECT at.id FROM clinics at WHERE search_text(at.name) LIKE ${containing(text)}))`;
}

/** The text anywhere, with what LIKE takes for a sign of its own taken literally. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

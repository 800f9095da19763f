import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { MS_PER_DAY } from "@/lib/time/civil";
import { type PlainDate, parsePlainDate } from "@/lib/time/plain-date";
import type { Db, Tx } from "@/server/db";

/** The holidays of each country: the name of each day that is one. */
export type Holidays = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Writes down the public holidays that hold in a whole country in these years, unless they are known.
 * None where the calendar knows nothing of the country.
 */
export async function knowHolidays(
  tx: Tx,
  country: string,
  years: readonly number[],
): Promise<void> {
  const known = await tx.$queryRaw<{ year: number }[]>(Prisma.sql`
    SELECT DISTINCT extract(year FROM day)::integer AS year FROM public_holidays
    WHERE country = ${country}`);
  const missing = years.filter((year) => known.every((one) => one.year !== year));
  if (missing.length === 0) return;
  const rows = await holidaysIn(country, missing);
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO public_holidays (country, day, name)
    SELECT ${country}, day, name FROM unnest(${rows.map(({ day }) => day)}::date[],
      ${rows.map(({ name }) => name)}::text[]) AS known(day, name)
    ON CONFLICT (country, day) DO NOTHING`);
}

/** Every country in which a pharmacy or a rota is. */
export async function listCountries(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ country: string }[]>(Prisma.sql`
    SELECT DISTINCT country::text AS country FROM (
      SELECT country FROM pharmacies UNION ALL SELECT country FROM duty_districts) places
    WHERE country ~ '^[A-Z]{2}$' ORDER BY 1`);
  return rows.map(({ country }) => country);
}

const holidayRow = z.object({ country: z.string(), day: z.string(), name: z.string() });

/** The holidays of several countries from one day to another, both included. */
export async function readHolidays(
  db: Db,
  countries: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<Holidays> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT country::text AS country, day::text AS day, name FROM public_holidays
    WHERE country = ANY(${[...countries]}::text[])
      AND day BETWEEN ${from.toString()}::date AND ${to.toString()}::date`);
  const found = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const { country, day, name } = holidayRow.parse(row);
    const days = found.get(country) ?? new Map<string, string>();
    found.set(country, days.set(day, name));
  }
  return found;
}

/** Loaded only when a country is new: the calendar of the whole world is large. */
async function holidaysIn(country: string, years: readonly number[]) {
  const { default: Calendar } = await import("date-holidays");
  const calendar = new Calendar(country);
  const found = new Map<string, string>();
  // Some run over the year's end: what of the years beside falls into these is theirs, nothing else is.
  const beside = years.flatMap((year) => [year - 1, year + 1]);
  for (const year of new Set([...years, ...beside]))
    for (const { date, start, end, name, type } of calendar.getHolidays(year, "en")) {
      const first = parsePlainDate(date.slice(0, 10));
      if (type !== "public" || !first) continue;
      // Some begin at sunset or end at noon; a day that has the most of one counts.
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / MS_PER_DAY));
      for (let day = 0; day < days; day++) {
        const on = first.add({ days: day });
        const text = on.toString();
        if (years.includes(on.year) && !found.has(text)) found.set(text, name.slice(0, 200));
      }
    }
  return Array.from(found, ([day, name]) => ({ day, name }));
}

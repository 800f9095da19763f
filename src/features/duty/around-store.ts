import { z } from "zod";
import type { Surroundings } from "@/features/opening-hours/rules";
import { Prisma } from "@/generated/prisma/client";
import { type PlainDate, toDateColumn } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";
import type { Days } from "./rules";

type Place = { country: string; timezone: string };

const holidayRow = z.object({ country: z.string(), day: z.string() });

/** The form asks for times of the clock alone, never for the sun. */
const sixToSix = { sunrise: 360, sunset: 1080 };

/** What the days of districts are like, those beside the asked ones included; of the place that is given. */
export async function readAround(
  db: Db,
  places: readonly Place[],
  { first, days }: Days,
): Promise<(place: Place) => Surroundings> {
  const from = toDateColumn(first.subtract({ days: 3 }));
  const to = toDateColumn(first.add({ days: days + 3 }));
  const countries = [...new Set(places.map(({ country }) => country))];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT country, day::text AS day FROM public_holidays
    WHERE country = ANY(${countries}::char(2)[]) AND day BETWEEN ${from}::date AND ${to}::date`);
  const holidays = new Set(
    z
      .array(holidayRow)
      .parse(rows)
      .map(({ country, day }) => `${country} ${day}`),
  );
  return ({ country, timezone }) => ({
    timezone,
    isHoliday: (date: PlainDate) => holidays.has(`${country} ${date.toString()}`),
    sun: () => sixToSix,
  });
}

import { readHolidays } from "@/features/opening-hours/holidays-store";
import type { Surroundings } from "@/features/opening-hours/rules";
import { surroundingsOf } from "@/features/opening-hours/sun";
import type { Db } from "@/server/db";
import type { Days } from "./rules";
import type { District } from "./store";

/** What the days of districts are like, and the few before and after them. */
export async function readAround(
  db: Db,
  districts: readonly District[],
  { first, days }: Days,
): Promise<(district: District) => Surroundings> {
  const countries = [...new Set(districts.map(({ country }) => country))];
  const from = first.subtract({ days: 3 });
  const holidays = await readHolidays(db, countries, from, first.add({ days: days + 3 }));
  return (district) => surroundingsOf(district, holidays);
}

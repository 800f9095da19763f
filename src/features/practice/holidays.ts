import "server-only";
import { gazetteer } from "@/features/places/load";
import type { PlainDate } from "@/lib/time/plain-date";

export type Holiday = { date: string; name: string };

type Place = { country: string | null; city: string | null };

/**
 * The public holidays from a date on for a year, soonest first: those of the country, and of the
 * region where the town tells it. None for a country whose holidays we do not know.
 */
export async function holidaysOf(place: Place, from: PlainDate): Promise<Holiday[]> {
  if (!place.country) return [];
  const { default: Holidays } = await import("date-holidays");
  const calendar = new Holidays(place.country, (await regionOf(place)) ?? "");
  const first = from.toString();
  const last = from.add({ years: 1 }).toString();
  const found = new Map<string, string>();
  for (const year of [from.year, from.year + 1]) {
    for (const { date, name, type } of calendar.getHolidays(year, "en")) {
      const day = date.slice(0, 10);
      const isAsked = type === "public" && day >= first && day < last;
      if (isAsked && !found.has(day)) found.set(day, name);
    }
  }
  return Array.from(found, ([date, name]) => ({ date, name })).sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

/** "IL" of Chicago in the United States; undefined where a town is known by its country alone. */
async function regionOf({ country, city }: Place): Promise<string | undefined> {
  if (!city) return undefined;
  const found = (await gazetteer()).resolve(`${city}, ${country}`);
  const parts = found?.label.split(", ") ?? [];
  return parts.length > 2 ? parts[1] : undefined;
}

import { getTimes } from "suncalc";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { PlainDate } from "@/lib/time/plain-date";
import { clinicTimeOf, resolveWall } from "@/lib/time/zone";
import type { Holidays } from "./holidays-store";
import type { Surroundings } from "./rules";

/** Minutes of the day on the wall. */
export type SunTimes = { sunrise: number; sunset: number };

/**
 * When the sun comes up and goes down at a place around the noon of a day in its zone, in whole minutes
 * on the wall. Where it stays up all day, the whole day; null where it does not come up. SQL's
 * sun_minutes() reckons the same.
 */
export function sunTimes(
  place: { latitude: number; longitude: number },
  timezone: string,
  date: PlainDate,
): SunTimes | null {
  const noon = toDate(resolveWall(date, 720, timezone));
  const times = getTimes(noon, place.latitude, place.longitude);
  if (!times.sunrise || !times.sunset) return times.alwaysUp ? { sunrise: 0, sunset: 1440 } : null;
  const minuteOf = (instant: Instant) => {
    const { hour, minute } = clinicTimeOf(instant, timezone);
    return hour * 60 + minute;
  };
  return {
    sunrise: minuteOf(fromDate(times.sunrise)),
    sunset: minuteOf(fromDate(times.sunset)),
  };
}

type Place = { timezone: string; country: string | null; latitude: number; longitude: number };

/** What hours at a place depend on; `holidays` as `readHolidays` gives them. Each day's sun is reckoned once. */
export function surroundingsOf(place: Place, holidays: Holidays): Surroundings {
  const ofCountry = holidays.get(place.country ?? "");
  const known = new Map<string, SunTimes | null>();
  return {
    timezone: place.timezone,
    isHoliday: (date) => ofCountry?.has(date.toString()) ?? false,
    sun: (date) => {
      const day = date.toString();
      const found = known.get(day);
      if (found !== undefined) return found;
      const times = sunTimes(place, place.timezone, date);
      known.set(day, times);
      return times;
    },
  };
}

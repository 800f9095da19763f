import type { OpeningHours, OpeningRule } from "@/features/opening-hours/schema";
import type { DistrictAnswers } from "./form-schema";

/** The times of day that the form asks for. */
export type CoverTimes = Pick<
  DistrictAnswers,
  "nights" | "nightsFrom" | "nightsTo" | "sundays" | "sundaysFrom" | "sundaysTo"
>;

export const usualCover: CoverTimes = {
  nights: true,
  nightsFrom: "20:00",
  nightsTo: "08:00",
  sundays: true,
  sundaysFrom: "00:00",
  sundaysTo: "00:00",
};

const endOf = (time: string) => (time === "00:00" ? "24:00" : time);

/** As it is stored. Sundays add to the nights, which go on through them. */
export function writeCover(times: CoverTimes): OpeningHours {
  const rules: OpeningRule[] = [];
  if (times.nights) rules.push({ windows: [`${times.nightsFrom}-${endOf(times.nightsTo)}`] });
  if (times.sundays)
    rules.push({
      days: ["sunday", "holiday"],
      windows: [`${times.sundaysFrom}-${endOf(times.sundaysTo)}`],
      ...(times.nights ? { adds: true } : {}),
    });
  return { rules };
}

/** The way back. Rules of any other kind leave both unchosen, so that nobody overwrites them unseen. */
export function readCover(cover: OpeningHours): CoverTimes {
  const nights = cover.rules.find(({ days }) => !days)?.windows[0];
  const sundays = cover.rules.find(({ days }) => days)?.windows[0];
  const read: CoverTimes = {
    nights: nights !== undefined,
    nightsFrom: startOf(nights) ?? usualCover.nightsFrom,
    nightsTo: stopOf(nights) ?? usualCover.nightsTo,
    sundays: sundays !== undefined,
    sundaysFrom: startOf(sundays) ?? usualCover.sundaysFrom,
    sundaysTo: stopOf(sundays) ?? usualCover.sundaysTo,
  };
  return say(writeCover(read)) === say(cover)
    ? read
    : { ...usualCover, nights: false, sundays: false };
}

// The database keeps keys in an order of its own.
const say = ({ rules }: OpeningHours) =>
  JSON.stringify(rules.map(({ days, windows, adds, ...rest }) => [days, windows, adds, rest]));

const startOf = (window: string | undefined) => window?.slice(0, 5);
const stopOf = (window: string | undefined) => window?.slice(6).replace("24:00", "00:00");

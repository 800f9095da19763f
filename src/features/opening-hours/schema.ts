import { z } from "zod";

/** The days a rule may speak of, Monday first; "holiday" is a public one of the country. */
export const openingDays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "holiday",
] as const;
export type OpeningDay = (typeof openingDays)[number];

const time = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d|sunrise|sunset)";
const windowText = new RegExp(`^(${time})-(${time}|24:00)\\+?$`);

/** "09:00-13:00", "22:00-02:00" past midnight, "sunrise-sunset", "00:00-12:00+" perhaps longer. */
export const openingWindow = z.string().refine((text) => {
  const match = windowText.exec(text);
  return match !== null && match[1] !== match[2];
}, "window");

const monthDay = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";

export const openingRule = z.strictObject({
  days: z.array(z.enum(openingDays)).min(1).max(8).optional(),
  /** "05-01/09-30": every year, both included; may run over the year's end. */
  season: z
    .string()
    .regex(new RegExp(`^${monthDay}/${monthDay}$`), "season")
    .optional(),
  /** "2026-12-24/2026-12-26": once, both included. */
  dates: z
    .string()
    .regex(new RegExp(`^\\d{4}-${monthDay}/\\d{4}-${monthDay}$`), "dates")
    .optional(),
  /** None: closed. */
  windows: z.array(openingWindow).max(24),
  /** Besides what earlier rules say, not instead of it. */
  adds: z.literal(true).optional(),
  note: z.string().max(200).optional(),
});

/** What `opening_hours` holds; docs/opening-hours.md explains it. */
export const openingHoursSchema = z.strictObject({
  rules: z.array(openingRule).min(1).max(200),
  note: z.string().max(500).optional(),
});

export type OpeningRule = z.infer<typeof openingRule>;
export type OpeningHours = z.infer<typeof openingHoursSchema>;

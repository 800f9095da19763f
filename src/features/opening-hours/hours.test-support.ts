import fc from "fast-check";
import { type OpeningHours, openingDays } from "./schema";

const two = (value: number) => String(value).padStart(2, "0");
const timeOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const clockWindow = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), fc.boolean())
  .filter(([from, to]) => from !== to)
  .map(([from, to, isMore]) => `${timeOf(from)}-${timeOf(to)}${isMore && to > from ? "+" : ""}`);
const sunWindow = fc.constantFrom(
  "sunrise-sunset",
  "sunset-sunrise",
  "08:00-sunset",
  "sunrise-20:30",
  "20:00-sunset",
  "sunset-06:30+",
);

const dayText = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${two(month)}-${two(day)}`);
/** But for a year that ends on the day before it began: the library takes that for none. */
const season = fc
  .tuple(dayText, dayText)
  .filter(([a, b]) => Number(a.replace("-", "")) !== Number(b.replace("-", "")) + 1)
  .map((ends) => ends.join("/"));
const dates = fc.tuple(dayText, dayText).map((ends) =>
  ends
    .sort()
    .map((day) => `2028-${day}`)
    .join("/"),
);

/** Two hours every two hours, for windows that neither overlap nor pass midnight. */
const calmWindows = fc
  .uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 3 })
  .map((slots) => slots.sort().map((slot) => `${timeOf(slot * 180)}-${timeOf(slot * 180 + 150)}`));

function rule(windows: fc.Arbitrary<string[]>, days: readonly (typeof openingDays)[number][]) {
  return fc
    .record(
      {
        windows,
        days: fc.subarray([...days], { minLength: 1 }),
        season,
        dates,
        adds: fc.constant(true as const),
      },
      { requiredKeys: ["windows"] },
    )
    .map(({ dates: once, season: yearly, ...rest }) =>
      once ? { ...rest, dates: once } : yearly ? { ...rest, season: yearly } : rest,
    );
}

/** Anything that the format holds. */
export const anyHours: fc.Arbitrary<OpeningHours> = fc
  .array(
    rule(
      fc.array(fc.oneof({ weight: 5, arbitrary: clockWindow }, sunWindow), { maxLength: 3 }),
      openingDays,
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((rules) => ({ rules }));

/** Rules of every kind whose windows end on the day on which they begin. */
export const dayHours: fc.Arbitrary<OpeningHours> = fc
  .array(rule(calmWindows, openingDays), { minLength: 1, maxLength: 5 })
  .map((rules) => ({ rules }));

/**
 * A week of any windows, nights included, but for those with an open end: the library lets one run into
 * the next morning, where it hides that day's own hours.
 */
export const plainHours: fc.Arbitrary<OpeningHours> = fc
  .array(
    fc.record(
      {
        windows: fc.array(
          clockWindow.map((text) => text.replace("+", "")),
          { maxLength: 2 },
        ),
        days: fc.subarray(openingDays.slice(0, 7), { minLength: 1 }),
        adds: fc.constant(true as const),
      },
      { requiredKeys: ["windows", "days"] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rules) => ({ rules }));

import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { instantOf } from "@/lib/time/instant";
import { parsePlainDate } from "@/lib/time/plain-date";
import { resetDatabase, testDatabase } from "@/testing/database";
import { anyHours } from "./hours.test-support";
import { isOpenAt } from "./rules";
import { sunTimes } from "./sun";

const db = testDatabase();
beforeEach(resetDatabase);

const places = [
  { timezone: "America/Chicago", latitude: 41.883, longitude: -87.628 },
  { timezone: "Europe/Berlin", latitude: 52.52, longitude: 13.405 },
  { timezone: "Asia/Kathmandu", latitude: 27.717, longitude: 85.324 },
  { timezone: "Pacific/Kiritimati", latitude: 1.87, longitude: -157.4 },
  { timezone: "Australia/Lord_Howe", latitude: -31.55, longitude: 159.08 },
  { timezone: "Europe/Oslo", latitude: 69.65, longitude: 18.96 },
  { timezone: "Antarctica/McMurdo", latitude: -77.85, longitude: 166.67 },
  { timezone: "America/Nome", latitude: 64.5, longitude: -165.4 },
];
// 2028, in which the generated dates lie.
const moment = fc
  .tuple(fc.integer({ min: 0, max: 366 * 1440 }), fc.nat(59))
  .map(([minute, second]) => instantOf(1_830_297_600_000 + minute * 60_000 + second * 1000));

it("is open in the database when it is open by the rules", async () => {
  await db.$executeRaw`INSERT INTO public_holidays (country, day, name)
    SELECT 'US', DATE '2028-01-01' + 6 * n, 'Holiday' FROM generate_series(0, 60) n`;
  const isHoliday = (date: { toString(): string }) => {
    const days = (Date.parse(date.toString()) - Date.parse("2028-01-01")) / 86_400_000;
    return days >= 0 && days <= 360 && days % 6 === 0;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyHours, moment, fc.constantFrom(...places)), {
        minLength: 100,
        maxLength: 100,
      }),
      async (cases) => {
        const rows = await db.$queryRaw<{ open: boolean }[]>`
          SELECT is_open_at(hours, plain_week(hours), possible_week(hours), at AT TIME ZONE zone, 'US',
            ST_SetSRID(ST_MakePoint(x, y), 4326)::geography, zone) AS open
          FROM unnest(${cases.map(([hours]) => JSON.stringify(hours))}::jsonb[],
            ${cases.map(([, at]) => at.toString())}::timestamptz[],
            ${cases.map(([, , { timezone }]) => timezone)}::text[],
            ${cases.map(([, , { longitude }]) => longitude)}::float8[],
            ${cases.map(([, , { latitude }]) => latitude)}::float8[]) WITH ORDINALITY
            asked(hours, at, zone, x, y, i) ORDER BY i`;
        cases.forEach(([hours, at, place], index) => {
          const around = {
            timezone: place.timezone,
            isHoliday,
            sun: (date: Parameters<typeof sunTimes>[2]) => sunTimes(place, place.timezone, date),
          };
          expect([rows[index]?.open, hours, at.toString(), place]).toEqual([
            isOpenAt(hours, at, around),
            hours,
            at.toString(),
            place,
          ]);
        });
      },
    ),
    { numRuns: 12 },
  );
});

it("knows the sun to the minute, and where it stays up or down", async () => {
  const first = parsePlainDate("2026-01-01");
  for (const place of places) {
    const rows = await db.$queryRaw<{ day: string; sun: number[] | null }[]>`
      SELECT day::date::text AS day, sun_minutes(
        ST_SetSRID(ST_MakePoint(${place.longitude}::float8, ${place.latitude}::float8), 4326)::geography,
        ${place.timezone}, day::date) AS sun
      FROM generate_series(${first?.toString()}::date, '2028-12-31'::date, interval '3 days') day`;
    for (const { day, sun } of rows) {
      const date = parsePlainDate(day);
      if (!date) throw new Error(day);
      const times = sunTimes(place, place.timezone, date);
      expect([place.timezone, day, sun]).toEqual([
        place.timezone,
        day,
        times && [times.sunrise, times.sunset],
      ]);
    }
  }
});

it("refuses what is no opening hours", async () => {
  const refused = [
    "{}",
    '{"rules": []}',
    '{"rules": [{"windows": ["9-18"]}]}',
    '{"rules": [{"windows": ["09:00-09:00"]}]}',
    '{"rules": [{"days": [], "windows": []}]}',
    '{"rules": [{"windows": [], "adds": false}]}',
    '{"osm": "24/7"}',
  ];
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT is_opening_hours(value) AS ok FROM unnest(${refused}::jsonb[]) value`;
  expect(rows.map(({ ok }) => ok)).toEqual(refused.map(() => false));
});

it("takes a plain week into the query that asks", async () => {
  const plan = await db.$queryRaw<{ "QUERY PLAN": string }[]>`
    EXPLAIN (VERBOSE) SELECT id FROM pharmacies p WHERE is_open_at(p.opening_hours, p.open_week,
      p.may_open, now() AT TIME ZONE p.timezone, p.country, p.location, p.timezone)`;
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("open_week @>");
  expect(text).not.toContain("is_open_at(");
});

import { expect, it } from "vitest";
import { instantOf } from "@/lib/time/instant";
import { type Interval, intervalSet } from "@/lib/time/interval";
import { fromEpochDay, type PlainDate, parsePlainDate, toEpochDay } from "@/lib/time/plain-date";
import { wallMsOf } from "@/lib/time/wall";
import { readCover, usualCover, writeCover } from "./cover";
import { momentOf } from "./moments";
import { coverOf, gapsOf, planRota, readShift, refuseChange } from "./rules";
import { spanText } from "./span-text";

const zone = "America/Chicago";
const around = (timezone: string, holidays: string[] = []) => ({
  timezone,
  isHoliday: (date: PlainDate) => holidays.includes(String(date)),
  sun: () => ({ sunrise: 360, sunset: 1080 }),
});
const date = (text: string) => parsePlainDate(text) ?? fromEpochDay(0);
const texts = (spans: readonly Interval[], at = zone) => spans.map((span) => spanText(span, at));

it("needs somebody through nights, and from Saturday evening to Monday morning", () => {
  const cover = coverOf(
    writeCover(usualCover),
    { first: date("2026-11-13"), days: 4 },
    around(zone),
  );
  expect(texts(cover)).toEqual([
    "Fri, Nov 13, 12:00 AM to 8:00 AM",
    "Fri, Nov 13, 8:00 PM to Sat, Nov 14, 8:00 AM",
    "Sat, Nov 14, 8:00 PM to Mon, Nov 16, 8:00 AM",
    "Mon, Nov 16, 8:00 PM to Tue, Nov 17, 12:00 AM",
  ]);
});

it("needs somebody an hour less in spring and an hour more in autumn", () => {
  const hours = (first: string) =>
    coverOf(
      writeCover({ ...usualCover, sundays: false }),
      { first: date(first), days: 2 },
      around(zone),
    ).map(({ startMs, endMs }) => (endMs - startMs) / 3_600_000);
  expect(hours("2027-03-13")).toEqual([8, 11, 4]);
  expect(hours("2026-10-31")).toEqual([8, 13, 4]);
});

/** Small numbers that follow from a seed. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below);
  };
}

const two = (value: number) => String(value).padStart(2, "0");
const zones = [zone, "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"];
const firsts = ["2026-10-30", "2027-03-12", "2027-03-26", "2026-10-02", "2026-12-29"];

it("finds the gaps that a clock looked at each minute finds", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = numbers(seed * 7919);
    const at = zones[next(zones.length)] ?? zone;
    const first = date(firsts[next(firsts.length)] ?? "2026-10-30");
    const holiday = String(first.add({ days: next(4) }));
    // At hours at which no clock there is ever changed: those have tests of their own.
    const time = () => `${two(4 + next(19))}:${two(5 * next(12))}`;
    const times = {
      nights: next(5) > 0,
      nightsFrom: `${two(18 + next(5))}:${two(5 * next(12))}`,
      nightsTo: `${two(4 + next(6))}:30`,
      sundays: true,
      sundaysFrom: time(),
      sundaysTo: "00:00",
    };
    const place = around(at, [holiday]);
    const cover = coverOf(writeCover(times), { first, days: 4 }, place);
    const begin = momentOf(`${first}T00:00`, at, "from") ?? 0;
    const end = momentOf(`${first.add({ days: 4 })}T00:00`, at, "from") ?? 0;
    const shifts = Array.from({ length: next(6) }, () => {
      const startMs = begin + (next(4 * 1440) - 300) * 60_000;
      return { startMs, endMs: startMs + (1 + next(900)) * 60_000 };
    });
    const found = gapsOf(cover, shifts);
    const isNeeded = (ms: number) => {
      const wall = wallMsOf(ms, at);
      const clock = new Date(wall).toISOString().slice(11, 16);
      const day = fromEpochDay(Math.floor(wall / 86_400_000));
      const isNight = times.nights && (clock >= times.nightsFrom || clock < times.nightsTo);
      const isSunday = toEpochDay(day) % 7 === 3 || String(day) === holiday;
      return isNight || (isSunday && clock >= times.sundaysFrom);
    };
    const minutes: Interval[] = [];
    for (let ms = begin; ms < end; ms += 60_000) {
      const isKept = shifts.some(({ startMs, endMs }) => startMs <= ms && ms < endMs);
      if (isNeeded(ms) && !isKept) minutes.push({ startMs: ms, endMs: ms + 60_000 });
    }
    expect(found, `${seed} ${at} ${first}`).toEqual(intervalSet(minutes).disjoint);
  }
});

it("gives each day's duty to the next in turn, and leaves alone what somebody has", () => {
  const [sat = 0, sunday = 0] = [
    momentOf("2026-11-14T20:00", zone, "from") ?? 0,
    momentOf("2026-11-15T08:00", zone, "from") ?? 0,
  ];
  const plan = planRota({
    cover: writeCover(usualCover),
    around: around(zone),
    first: date("2026-11-13"),
    days: 4,
    pharmacyIds: ["a", "b"],
    taken: [{ startMs: sat, endMs: sunday }],
    busy: [{ pharmacyId: "b", startMs: sunday, endMs: sunday + 60_000 }],
    now: instantOf(Date.UTC(2026, 10, 1)),
  });
  expect(plan.map((one) => [spanText(one, zone), one.pharmacyId, one.state])).toEqual([
    ["Fri, Nov 13, 8:00 PM to Sat, Nov 14, 8:00 AM", "a", "new"],
    ["Sat, Nov 14, 8:00 PM to Sun, Nov 15, 8:00 AM", "", "covered"],
    ["Sun, Nov 15, 8:00 AM to Mon, Nov 16, 8:00 AM", "b", "busy"],
    ["Mon, Nov 16, 8:00 PM to Tue, Nov 17, 8:00 AM", "a", "new"],
  ]);
});

it("takes the whole of an hour that the clocks repeat, and none of one that they leave out", () => {
  const now = instantOf(Date.UTC(2026, 9, 1));
  const read = (from: string, to: string) => readShift({ from, to }, zone, now);
  expect(read("2026-11-01T01:30", "2026-11-01T01:30")).toMatchObject({
    interval: { startMs: Date.UTC(2026, 10, 1, 6, 30), endMs: Date.UTC(2026, 10, 1, 7, 30) },
  });
  expect(read("2027-03-13T20:00", "2027-03-14T02:30")).toMatchObject({
    refusal: { fields: { to: "wallGap" } },
  });
  expect(momentOf("2026-13-01T20:00", zone, "from")).toBeNull();
});

it("changes a shift only as it was seen, and none that is over", () => {
  const shift = { pharmacyId: "a", startMs: 0, endMs: 10 };
  expect(refuseChange(null, shift, instantOf(5))?.code).toBe("NOT_FOUND");
  expect(refuseChange(shift, { ...shift, endMs: 9 }, instantOf(5))?.code).toBe("CHANGED_MEANWHILE");
  expect(refuseChange(shift, shift, instantOf(10))?.code).toBe("DUTY_OVER");
  expect(refuseChange(shift, shift, instantOf(5))).toBeNull();
});

it("reads back what the form wrote, and does not claim to know other rules", () => {
  const onlySundays = { ...usualCover, nights: false, sundaysFrom: "08:00", sundaysTo: "20:00" };
  for (const times of [usualCover, onlySundays, { ...usualCover, sundays: false }])
    expect(readCover(writeCover(times))).toEqual(times);
  const summer = { rules: [{ season: "05-01/09-30", windows: ["22:00-06:00"] }] };
  expect(readCover(summer)).toMatchObject({ nights: false, sundays: false });
});

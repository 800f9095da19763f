import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parsePlainDate } from "./plain-date";
import { clinicDateOf, clinicTimeOf, dayRange, isZone, resolveWall } from "./zone";
import { zoneClock } from "./zone-clock";

function day(text: string): Temporal.PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

function resolve(date: string, time: string, zone: string): string {
  return resolveWall(day(date), Temporal.PlainTime.from(time), zone).toString();
}

describe("a wall time", () => {
  it.each([
    ["America/Chicago", "2026-11-23", "10:30", "2026-11-23T16:30:00Z"],
    ["America/Chicago", "2026-11-01", "01:30", "2026-11-01T06:30:00Z"], // repeated: the earlier
    ["America/Chicago", "2027-03-14", "02:30", "2027-03-14T08:00:00Z"], // skipped: the change
    ["Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03T15:30:00Z"],
    ["America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00:00Z"],
    ["Asia/Beirut", "2026-10-25", "00:00", "2026-10-24T22:00:00Z"], // first back to 23:00
    ["Asia/Kathmandu", "2026-11-23", "09:00", "2026-11-23T03:15:00Z"],
    ["Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T10:00:00Z"], // the day Samoa left out
  ])("in %s, %s %s, is the first instant that reads it or later", (zone, date, time, instant) => {
    expect(resolve(date, time, zone)).toBe(instant);
  });

  it("may be given in minutes, on into the next day", () => {
    expect(resolveWall(day("2026-11-23"), 1440 + 90, "Europe/Berlin").toString()).toBe(
      "2026-11-24T00:30:00Z",
    );
  });

  it.each([
    ["America/Chicago"],
    ["Africa/Casablanca"],
    ["Australia/Lord_Howe"],
    ["Antarctica/Troll"],
  ])("agrees with Temporal in %s at every quarter hour that is not skipped", (zone) => {
    for (let quarter = 0; quarter < 366 * 96; quarter += 1) {
      if (quarter % 96 > 20 && quarter % 7 > 0) continue; // clocks change at night: look there
      const wall = Temporal.PlainDateTime.from("2026-01-01").add({ minutes: quarter * 15 });
      const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
      if (!earlier.toPlainDateTime().equals(wall)) continue;
      const ours = resolveWall(wall.toPlainDate(), wall.toPlainTime(), zone);
      expect(ours.epochMilliseconds).toBe(earlier.epochMilliseconds);
    }
  });
});

describe("offsets", () => {
  const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % 5 === 0);

  it("are Temporal's in a fifth of all zones, every 13 days from 2020 to 2035", () => {
    const nanoseconds = 1_000_000;
    for (const zone of [...zones, "Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza"]) {
      const clock = zoneClock(zone);
      for (let ms = Date.UTC(2020, 0, 1); ms < Date.UTC(2036, 0, 1); ms += 13 * 86_400_000) {
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        expect(clock.offsetAt(ms) * nanoseconds).toBe(zoned.offsetNanoseconds);
      }
    }
  });

  it("change at the very moment that Temporal names", () => {
    for (const zone of ["Africa/Casablanca", "Australia/Lord_Howe", "America/Nuuk", "Asia/Gaza"]) {
      let at = Temporal.Instant.from("2020-01-01T00:00:00Z").toZonedDateTimeISO(zone);
      for (let count = 0; count < 30; count++) {
        const change = at.getTimeZoneTransition("next");
        if (!change) break;
        const ms = change.epochMilliseconds;
        expect(zoneClock(zone).offsetAt(ms)).not.toBe(zoneClock(zone).offsetAt(ms - 1));
        expect(zoneClock(zone).offsetAt(ms) * 1_000_000).toBe(change.offsetNanoseconds);
        at = change;
      }
    }
  });

  it("are answered for any year, and forgotten rather than hoarded", () => {
    const clock = zoneClock("Europe/Berlin");
    for (let year = 1500; year < 1700; year++) clock.offsetAt(Date.UTC(year, 5, 1));
    expect(clock.offsetAt(Date.UTC(2026, 6, 1))).toBe(7_200_000);
    expect(() => clock.offsetAt(Number.NaN)).toThrow(RangeError);
  });
});

describe("the clinic's date and time", () => {
  it("are those of its zone", () => {
    const instant = Temporal.Instant.from("2026-11-22T18:20:00Z");
    expect(clinicDateOf(instant, "Asia/Kathmandu").toString()).toBe("2026-11-23");
    expect(clinicTimeOf(instant, "Asia/Kathmandu").toString()).toBe("00:05:00");
    expect(clinicDateOf(instant, "America/Chicago").toString()).toBe("2026-11-22");
  });

  it("make days of 23, 24 and 25 hours", () => {
    const hours = (date: string) => {
      const { from, to } = dayRange(day(date), "America/Chicago");
      return to.since(from).total("hours");
    };
    expect([hours("2027-03-14"), hours("2026-11-23"), hours("2026-11-01")]).toEqual([23, 24, 25]);
    const month = dayRange(day("2026-11-01"), "Europe/Berlin", 30);
    expect(month.to.toString()).toBe("2026-11-30T23:00:00Z");
  });
});

describe("a zone's name", () => {
  it.each(["America/Chicago", "Asia/Kolkata", "UTC", "America/Argentina/Buenos_Aires"])(
    "is %s",
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  it.each(["", "+05:30", "EST", "America/Gotham", "../../etc/passwd", "america/chicago", "UTC+2"])(
    "is not %j",
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );
});

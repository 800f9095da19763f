import { describe, expect, it } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { readCursor, writeCursor } from "./cursor";
import { cellsAround, coarserBy, mostMarks, refuseMoment } from "./rules";
import { markersInput, searchInput } from "./schema";

const near = { latitude: 41.88, longitude: -87.63 };
const id = "10603920-2208-4b9e-94f1-426072384ca6";
const cursorOf = (text: string) => btoa(text).replace(/=+$/, "");

describe("a search", () => {
  it("needs no more than a place", () => {
    expect(searchInput.parse({ near })).toEqual({ near, radiusKm: 10, filters: {}, limit: 20 });
  });

  it.each([
    ["swapped", { latitude: -118.24, longitude: 34.05 }, /swapped/],
    ["beyond the pole", { latitude: 90.01, longitude: 0 }, /between -90 and 90/],
    ["beyond the date line", { latitude: 0, longitude: 180.5 }, /between -180 and 180/],
    ["not a number", { latitude: Number.NaN, longitude: 0 }, /as a number/],
    ["infinite", { latitude: 0, longitude: Number.POSITIVE_INFINITY }, /as a number/],
    ["a text", { latitude: "41.88", longitude: "-87.63" }, /as a number/],
    ["a text with commas", { latitude: "41,88", longitude: 0 }, /as a number/],
    ["an exponent in a text", { latitude: "4e1", longitude: 0 }, /as a number/],
  ])("says what is wrong with coordinates: %s", (_, place, sentence) => {
    const read = searchInput.safeParse({ near: place });
    expect(read.error?.issues[0]?.message).toMatch(sentence);
  });

  it.each([
    [0, /more than 0/],
    [-1, /more than 0/],
    [1e9, /100 km at most/],
    [Number.NaN, /as a number/],
    [Number.POSITIVE_INFINITY, /as a number/],
    ["10", /as a number/],
  ])("says what is wrong with a radius of %s", (radiusKm, sentence) => {
    expect(searchInput.safeParse({ near, radiusKm }).error?.issues[0]?.message).toMatch(sentence);
  });

  it.each([
    ["2026-11-25T22:00Z", /without a zone/],
    ["2026-11-25T22:00+01:00", /without a zone/],
    ["2026-11-25T22:00:00-0600", /without a zone/],
    ["2026-11-25T22:00[Europe/Berlin]", /without a zone/],
    ["2026-02-30T22:00", /no time/],
    ["2026-11-25T24:30", /no time/],
    ["2026-11-25", /no time/],
    ["tonight'; DROP TABLE pharmacies; --", /no time/],
    ["", /no time/],
  ])("says what is wrong with the time %s", (open, sentence) => {
    const { error } = searchInput.safeParse({ near, filters: { open } });
    expect(error?.issues[0]?.message).toMatch(sentence);
  });

  it.each([
    ["an unknown service", { services: ["Haircut"] }],
    ["an unknown filter", { cheap: true }],
    ["no stars", { minRating: 0 }],
    ["six stars", { minRating: 6 }],
    ["a very long name", { insurance: "x".repeat(101) }],
  ])("refuses %s", (_, filters) => {
    expect(searchInput.safeParse({ near, filters }).success).toBe(false);
  });

  it.each([
    ["", cursorOf("null"), "x".repeat(5000), cursorOf("[1]"), cursorOf(`["1","${id}"]`)],
    [cursorOf(`[-1,"${id}"]`), cursorOf(`[1e999,"${id}"]`), cursorOf('[1,"; DROP"]'), "%%%"],
  ])("refuses a cursor that is none", (...texts) => {
    for (const after of texts)
      expect(searchInput.safeParse({ near, after }).success, after).toBe(false);
  });

  it("takes its own cursor to the last bit", () => {
    for (const distance of [0, 0.1 + 0.2, 1234.56789012, 99_999.99999999])
      expect(readCursor(writeCursor({ distance, id }))).toEqual({ distance, id });
  });

  it("of a map refuses no zoom, and more left out than a page has", () => {
    expect(markersInput.safeParse({ near, zoom: 23 }).success).toBe(false);
    expect(markersInput.safeParse({ near, zoom: -1 }).success).toBe(false);
    const without = Array(101).fill(id);
    expect(markersInput.safeParse({ near, zoom: 3, without }).success).toBe(false);
  });
});

describe("a time asked for", () => {
  const now = parseInstant("2026-10-28T15:00:00Z");
  if (!now) throw new Error("a test without a clock");

  it("is within a year", () => {
    for (const open of [undefined, "now", "2026-11-25T22:00", "2027-10-28T12:00"])
      expect(refuseMoment(open, now)).toBeNull();
    for (const open of ["2028-01-01T12:00", "2024-01-01T12:00"])
      expect(refuseMoment(open, now)?.fields).toHaveProperty("filters.open");
  });
});

describe("the squares of a map", () => {
  it("are made coarser until a circle has no more than can be sent", () => {
    for (const latitude of [0, 41.88, 84, -89, 90])
      for (const zoom of [0, 5, 12, 18, 22]) {
        const steps = coarserBy(zoom, { latitude, longitude: 0 }, 100_000);
        expect(steps).toBeGreaterThanOrEqual(0);
        expect(cellsAround(zoom - steps)).toBeLessThan(mostMarks * 10);
      }
    expect(coarserBy(9, near, 10_000)).toBe(0);
  });
});

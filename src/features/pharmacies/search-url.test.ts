import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCursor } from "./cursor";
import { pharmacyServices } from "./schema";
import {
  changedFinderHref,
  type FinderFilters,
  finderHref,
  readFinderUrl,
  searchOf,
} from "./search-url";

const paramsOf = (query: string) => {
  const { searchParams } = new URL(query, "http://x");
  return Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
};
const read = (query: string) => readFinderUrl(paramsOf(`/pharmacies?${query}`));

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) => text.replaceAll("\0", "").trim())
  .filter((text) => text !== "");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const degrees = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((value) => value / 1000 || 0);
const on = optional(fc.constant(true as const));

const anyFilters = fc
  .record({
    where: fc.oneof(
      words.map((place) => ({ place })),
      fc.record({ latitude: degrees(90), longitude: degrees(180) }).map((near) => ({ near })),
    ),
    radius: optional(fc.integer({ min: 1, max: 100 }).filter((km) => km !== 10)),
    open: optional(fc.constantFrom("now", "2026-11-25T22:00", "2028-02-29T00:05")),
    sundays: on,
    nights: on,
    delivers: on,
    verified: on,
    insurance: optional(words),
    services: fc.subarray([...pharmacyServices]),
    rating: optional(fc.constantFrom(1, 3, 4.5, 5)),
    after: optional(
      fc.constant(writeCursor({ distance: 12.5, id: "5f3ff1d3-5a5c-4b6c-9d39-0d0f5b3f0a11" })),
    ),
  })
  .map(({ where, ...rest }) => {
    const set = Object.entries({ ...where, ...rest }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(set) as FinderFilters;
  });

it("reads back every search that it writes", () => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      expect(readFinderUrl(paramsOf(finderHref(filters)))).toEqual({ filters, problems: [] });
    }),
  );
});

it("never refuses, whatever stands in the address", () => {
  const names = ["place", "near", "radius", "open", "at", "sundays", "services", "rating", "after"];
  const anything = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string())),
  );
  fc.assert(
    fc.property(anything, (params) => {
      const { filters } = readFinderUrl(params);
      expect(finderHref(filters)).toMatch(/^\/pharmacies/);
      expect(filters.radius ?? 10).toBeGreaterThanOrEqual(1);
      expect(filters.radius ?? 10).toBeLessThanOrEqual(100);
    }),
  );
});

describe("what makes no sense", () => {
  it.each([
    ["near=NaN,NaN", {}, ["nearInvalid"]],
    ["near=41,88,-87,63", {}, ["nearInvalid"]],
    ["near=4e1,-8e1", {}, ["nearInvalid"]],
    ["near=151.21,-33.87", { near: { latitude: -33.87, longitude: 151.21 } }, ["nearSwapped"]],
    ["radius=1e9", {}, ["kmInvalid"]],
    ["radius=-5", {}, ["kmInvalid"]],
    ["radius=1000000000", { radius: 100 }, ["kmTooFar"]],
    ["radius=0", { radius: 1 }, ["kmTooNear"]],
    ["open=tomorrow", {}, ["openInvalid"]],
    ["open=2026-11-25T22:00Z", {}, ["openInvalid"]],
    ["open=2026-02-30T10:00", {}, ["openInvalid"]],
    ["at=2026-11-25T25:00", {}, ["openInvalid"]],
    ["rating=6", {}, ["ratingInvalid"]],
    ["services=Magic", {}, ["serviceUnknown"]],
    ["after=garbage&near=1,1", { near: { latitude: 1, longitude: 1 } }, ["afterInvalid"]],
    [`insurance=${"a".repeat(500)}`, { insurance: "a".repeat(100) }, ["textTooLong"]],
  ])("%s is put right or left out, and said", (query, filters, problems) => {
    expect(read(query)).toEqual({ filters: { services: [], ...filters }, problems });
  });

  it("leaves out what was left empty, without a word", () => {
    expect(read("place=&near=&radius=&open=&at=&insurance=&services=&rating=&after=")).toEqual({
      filters: { services: [] },
      problems: [],
    });
  });
});

it("takes a chosen time before now, and a typed place before a position", () => {
  expect(read("open=now&at=2026-11-25T22:00&place=Berlin&near=1,1").filters).toEqual({
    place: "Berlin",
    open: "2026-11-25T22:00",
    services: [],
  });
});

it("says a position to about a hundred metres, and goes back to the first page on a change", () => {
  const near = { latitude: 41.883229, longitude: -87.632398 };
  const href = changedFinderHref({ near, after: "x", services: [] }, { open: "now" });
  expect(href).toBe("/pharmacies?near=41.883,-87.632&open=now");
});

it("asks for just the filters that are set", () => {
  const near = { latitude: 1, longitude: 2 };
  expect(searchOf({ services: [] }, near)).toEqual({ near, radiusKm: 10, filters: {} });
  expect(searchOf({ open: "now", rating: 4, services: ["Compounding"] }, near).filters).toEqual({
    open: "now",
    minRating: 4,
    services: ["Compounding"],
  });
});

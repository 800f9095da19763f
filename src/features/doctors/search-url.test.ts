import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCursor } from "./cursor";
import { sorts } from "./schema";
import { changedHref, readSearchUrl, type SearchFilters, searchHref } from "./search-url";

const read = (query: string) =>
  readSearchUrl(Object.fromEntries(new URL(`http://x/doctors?${query}`).searchParams));

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) => text.replaceAll("\0", "").trim())
  .filter((text) => text !== "");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const degrees = (most: number) =>
  fc.integer({ min: -most * 100, max: most * 100 }).map((hundredths) => hundredths / 100 || 0);

const anyFilters = fc
  .record({
    q: optional(words),
    speciality: optional(words),
    where: optional(
      fc.oneof(
        words.map((place) => ({ place })),
        fc.record({ latitude: degrees(90), longitude: degrees(180) }).map((near) => ({ near })),
      ),
    ),
    km: optional(fc.integer({ min: 1, max: 100 }).filter((km) => km !== 10)),
    language: optional(words),
    fee: optional(fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100)),
    clinic: optional(fc.constantFrom("a", "lakeview-clinic-2")),
    sort: fc.constantFrom(...sorts),
    isLater: fc.boolean(),
  })
  .map(({ where, isLater, sort: wanted, ...rest }) => {
    const sort = where ? wanted : wanted === "distance" ? "soonest" : wanted;
    const id = "5f3ff1d3-5a5c-4b6c-9d39-0d0f5b3f0a11";
    const first = sort === "fee" ? "USD" : 1;
    const cursor = isLater ? writeCursor({ sort, keys: [first, 2], id }) : undefined;
    const all = { ...rest, ...where, sort, cursor };
    return Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined),
    ) as SearchFilters;
  });

it("reads back every search that it writes", () => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      const { searchParams } = new URL(searchHref(filters), "http://x");
      expect(readSearchUrl(Object.fromEntries(searchParams))).toEqual({ filters, problems: [] });
    }),
  );
});

it("never refuses, whatever stands in the address", () => {
  const names = [
    "q",
    "speciality",
    "place",
    "near",
    "km",
    "language",
    "fee",
    "clinic",
    "sort",
    "cursor",
  ];
  const anything = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string())),
  );
  fc.assert(
    fc.property(anything, (params) => {
      const { filters } = readSearchUrl(params);
      expect(searchHref(filters)).toMatch(/^\/doctors/);
      expect(filters.km === undefined || (filters.km >= 1 && filters.km <= 100)).toBe(true);
    }),
  );
});

describe("what makes no sense", () => {
  it.each([
    ["near=NaN,NaN", {}, ["nearInvalid"]],
    ["near=200,300", {}, ["nearInvalid"]],
    ["near=151.21,-33.87", { near: { latitude: -33.87, longitude: 151.21 } }, ["nearSwapped"]],
    ["km=1e9", {}, ["kmInvalid"]],
    ["km=-5", {}, ["kmInvalid"]],
    ["km=NaN", {}, ["kmInvalid"]],
    ["km=1000000000", { km: 100 }, ["kmTooFar"]],
    ["km=0", { km: 1 }, ["kmTooNear"]],
    ["fee=free", {}, ["feeInvalid"]],
    ["fee=99999999999", {}, ["feeInvalid"]],
    ["clinic=../../etc", {}, ["clinicInvalid"]],
    ["sort=random", {}, ["sortUnknown"]],
    ["sort=distance", {}, ["sortNeedsPlace"]],
    ["cursor=garbage", {}, ["cursorInvalid"]],
    [`q=${"a".repeat(500)}`, { q: "a".repeat(100) }, ["textTooLong"]],
  ])("%s is put right or left out, and said", (query, filters, problems) => {
    expect(read(query)).toEqual({ filters: { sort: "soonest", ...filters }, problems });
  });

  it("leaves out what was left empty, without a word", () => {
    expect(read("q=&place=&near=&km=&fee=&clinic=&sort=&cursor=&language=+")).toEqual({
      filters: { sort: "soonest" },
      problems: [],
    });
  });

  it("prefers a typed place to a position", () => {
    expect(read("place=Berlin&near=41.88,-87.63").filters).toEqual({
      place: "Berlin",
      sort: "soonest",
    });
  });
});

it("goes back to the first page when a filter changes", () => {
  const { filters } = read("q=anna&sort=fee");
  expect(changedHref({ ...filters, cursor: "x" }, { q: undefined })).toBe("/doctors?sort=fee");
});

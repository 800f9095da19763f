import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber, readYesNo } from "./cells";

const large = 10_000_000;

describe("a number", () => {
  test.each<[string, number]>([
    ["52.5", 52.5],
    ["52,5", 52.5],
    [",5", 0.5],
    ["-87,6278", -87.6278],
    ["+3", 3],
    ["0,125", 0.125],
    ["1 234,50", 1234.5],
    ["1\u202f234,50", 1234.5],
    ["1'234.50", 1234.5],
    ["1,234.50", 1234.5],
    ["1.234,50", 1234.5],
    ["1,234,567", 1_234_567],
    ["1.234.567,8", 1_234_567.8],
    ["1234", 1234],
  ])("%j is %d", (text, number) => {
    expect(readNumber(text, large)).toBe(number);
  });

  test.each([
    "",
    "x",
    "1e5",
    "$5",
    "1,2,3",
    "1.23.4",
    "12,34.5",
    "--1",
    "1-",
    ".",
    ",",
    "٣",
    "1,2.3,4",
  ])("%j is none", (text) => expect(readNumber(text, large)).toEqual({ code: "notANumber" }));

  test("that may be two is neither, unless only one makes sense", () => {
    expect(readNumber("1,234", large)).toEqual({ code: "ambiguousNumber" });
    expect(readNumber("1.234", large)).toEqual({ code: "ambiguousNumber" });
    expect(readNumber("41,883", 90)).toBe(41.883);
  });

  test("comes back however it is written with a comma or a point", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), (cents) => {
        const text = (cents / 100).toFixed(2);
        expect(readNumber(text, large)).toBeCloseTo(cents / 100, 6);
        expect(readNumber(text.replace(".", ","), large)).toBeCloseTo(cents / 100, 6);
      }),
    );
  });
});

test("yes and no have many words, and everything else is neither", () => {
  expect(["yes", "JA", "1", "x", "Sí"].map(readYesNo)).toEqual([true, true, true, true, true]);
  expect(["no", "Nein", "0", "FALSE"].map(readYesNo)).toEqual([false, false, false, false]);
  expect(["", "maybe", "2"].map(readYesNo)).toEqual([null, null, null]);
});

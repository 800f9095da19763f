import { expect, it } from "vitest";
import { roundUp } from "./scale";

it.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [9, 10],
  [10, 10],
  [11, 20],
  [57, 60],
  [100, 100],
  [101, 200],
])("an axis for %i ends at %i", (value, top) => expect(roundUp(value)).toBe(top));

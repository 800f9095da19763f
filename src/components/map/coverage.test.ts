import { expect, test } from "vitest";
import { coveredTilesUnder, isCovered, tileAt } from "./coverage";

test("central Chicago has streets, other cities have none", () => {
  expect(isCovered(tileAt(41.8781, -87.6298))).toBe(true);
  expect(isCovered(tileAt(52.52, 13.405))).toBe(false);
  expect(isCovered(tileAt(-33.8688, 151.2093))).toBe(false);
});

test("lower zoom levels are put together from covered tiles only", () => {
  expect(coveredTilesUnder({ z: 13, x: 2100, y: 3044 })).toEqual([{ z: 13, x: 2100, y: 3044 }]);
  expect(coveredTilesUnder({ z: 12, x: 1050, y: 1522 })).toHaveLength(4);
  expect(coveredTilesUnder({ z: 11, x: 525, y: 761 })).toHaveLength(12);
  expect(coveredTilesUnder({ z: 12, x: 0, y: 0 })).toEqual([]);
  expect(coveredTilesUnder({ z: 14, x: 4200, y: 6088 })).toEqual([]);
});

import { beforeAll, describe, expect, it } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { resetDatabase, testDatabase } from "@/testing/database";
import { random } from "@/testing/demo/random";
import { insertPharmacies, pharmacyRow } from "@/testing/factories/pharmacy";
import { byBruteForce, differences, geodesic, placeAt, walkPages } from "./exact.test-support";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z");
if (!now) throw new Error("a test without a clock");

const rng = random("pharmacies everywhere");
const between = (low: number, high: number) => low + (high - low) * rng.next();

/** Where a search is hardest, and a usual city. */
const middles = [
  { name: "the north pole", latitude: 90, longitude: 0 },
  { name: "near the south pole", latitude: -89.6, longitude: 135 },
  { name: "the date line, from the east", latitude: -16.8, longitude: 179.97 },
  { name: "the date line, from the west", latitude: 65.1, longitude: -179.99 },
  { name: "where the equator meets Greenwich", latitude: 0, longitude: 0 },
  { name: "a dense city", latitude: 41.88, longitude: -87.63 },
];
/** Where the sphere errs most against the ellipsoid: far north and south against east and west. */
const rings = [0.05, 0.8, 9.7, 10.3, 60, 99.9, 100.1];

const places = middles.flatMap((middle) => [
  ...Array.from({ length: 300 }, () =>
    placeAt(middle, between(-180, 180), between(0, 1) ** 2 * 120_000),
  ),
  ...rings.flatMap((km) => [0, 45, 90, 180, -90].map((way) => placeAt(middle, way, km * 1000))),
  // Many at one door.
  ...Array.from({ length: 40 }, () => placeAt(middle, 30, 3000)),
]);
const rows = places.map((place) => pharmacyRow({ ...place, openingHours: null }));

beforeAll(async () => {
  await resetDatabase();
  for (let at = 0; at < rows.length; at += 500)
    await insertPharmacies(db, rows.slice(at, at + 500));
  await insertPharmacies(db, [
    pharmacyRow({ latitude: 41.88, longitude: -87.63, isActive: false }),
  ]);
  await db.$executeRaw`ANALYZE pharmacies`;
}, 60_000);

describe("the pharmacies nearby", () => {
  it.each(middles)("are those of a geodesic brute force at $name, page by page", async (middle) => {
    for (const radiusKm of [0.001, 0.051, 3, 10, 100]) {
      const search = { near: middle, radiusKm, limit: rng.int(7, 100) };
      const found = await walkPages(db, search, now);
      expect(differences(found, byBruteForce(rows, middle, radiusKm))).toEqual([]);
    }
  });

  it("are those of a geodesic brute force at 200 random places", async () => {
    let compared = 0;
    for (let asked = 0; asked < 200; asked++) {
      const near = placeAt(rng.pick(middles), between(-180, 180), between(0, 150_000));
      const radiusKm = asked % 3 === 0 ? between(0.1, 5) : between(5, 100);
      const found = await walkPages(db, { near, radiusKm, limit: rng.int(1, 100) }, now);
      const expected = byBruteForce(rows, near, radiusKm);
      compared += expected.length;
      expect(differences(found, expected)).toEqual([]);
    }
    expect(compared).toBeGreaterThan(5000);
  }, 120_000);

  it("are found page by page where many stand at one spot of the date line, the equator or a pole", async () => {
    const spots = [
      [-16.8, 180],
      [-16.8, -180],
      [0, 0.5],
      [0, 90],
      [90, 12],
      [90, -100],
    ].map(([latitude = 0, longitude = 0]) => ({ latitude, longitude }));
    const many = spots.flatMap((spot) => Array.from({ length: 30 }, () => pharmacyRow(spot)));
    await insertPharmacies(db, many);
    const all = [...rows, ...many];
    for (const spot of spots)
      for (const away of [0, 1e-9, 1e-4]) {
        const near = { ...spot, latitude: spot.latitude - away };
        const found = await walkPages(db, { near, radiusKm: 1, limit: 25 }, now);
        expect(differences(found, byBruteForce(all, near, 1))).toEqual([]);
      }
  });

  it("end at the radius to the millimetre", async () => {
    const [middle] = middles.slice(5);
    if (!middle) throw new Error("no city");
    for (const [index, way] of [0, 33, 90, 171, 270].entries()) {
      const inside = pharmacyRow({
        ...placeAt(middle, way, 49_999.999 + index),
        openingHours: null,
      });
      await insertPharmacies(db, [inside]);
      const search = { near: middle, limit: 100 };
      const edge = geodesic(middle, inside) / 1000;
      const idsWithin = async (radiusKm: number) =>
        (await walkPages(db, { ...search, radiusKm }, now)).map(({ id }) => id);
      expect(await idsWithin(edge + 0.000_000_5)).toContain(inside.id);
      expect(await idsWithin(edge - 0.000_000_5)).not.toContain(inside.id);
    }
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { isOpenAt } from "@/features/opening-hours/rules";
import { type OpeningHours, openingDays } from "@/features/opening-hours/schema";
import { surroundingsOf } from "@/features/opening-hours/sun";
import { type Instant, instantOf, parseInstant } from "@/lib/time/instant";
import { msAtWall, parseWall, wallMsOf } from "@/lib/time/wall";
import { countingDatabase, resetDatabase, testDatabase } from "@/testing/database";
import { random } from "@/testing/demo/random";
import {
  createPharmacy,
  insertPharmacies,
  type PharmacyOverrides,
  pharmacyRow,
} from "@/testing/factories/pharmacy";
import { findMarkers } from "./queries/find-markers";
import { searchPharmacies } from "./queries/search-pharmacies";
import { markersInput, searchInput } from "./schema";

const db = testDatabase();
const chicago = { latitude: 41.8833, longitude: -87.6278 };
const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`no instant: ${text}`);
  return instant;
};
/** A Wednesday, ten in the morning in Chicago. */
const wednesday = at("2026-10-28T15:00:00Z");

beforeEach(resetDatabase);

const search = (more: object, now = wednesday) =>
  searchPharmacies(db, searchInput.parse({ near: chicago, limit: 100, ...more }), now);
const idsOf = async (filters: object, now = wednesday) =>
  (await search({ filters }, now)).results.map(({ id }) => id);
const markers = (more: object, now = wednesday) =>
  findMarkers(db, markersInput.parse({ near: chicago, zoom: 12, ...more }), now);
const open = (...windows: string[]): OpeningHours => ({ rules: [{ windows }] });

async function onDuty(pharmacyId: string, startsAt: string, endsAt: string): Promise<void> {
  const slug = `district-${randomUUID()}`;
  await db.$executeRaw`
    WITH district AS (
      INSERT INTO duty_districts (name, slug, country, timezone, centre, radius_km, cover)
      VALUES ('Loop', ${slug}, 'US', 'America/Chicago', 'POINT(-87.6 41.9)', 10,
        '{"rules":[{"windows":["22:00-06:00"]}]}') RETURNING id)
    INSERT INTO duty_shifts (district_id, pharmacy_id, starts_at, ends_at)
    SELECT id, ${pharmacyId}::uuid, ${startsAt}::timestamptz, ${endsAt}::timestamptz FROM district`;
}

describe("a result", () => {
  it("says until when it is open, when it opens, and that nothing is known", async () => {
    const day = await createPharmacy(db);
    const night = await createPharmacy(db, {
      latitude: 41.884,
      openingHours: open("22:00-02:00+"),
    });
    const unknown = await createPharmacy(db, { latitude: 41.885, openingHours: null });
    const { results, next } = await search({});
    expect(next).toBeNull();
    expect(results.map(({ id, state }) => [id, state])).toEqual([
      [day.id, { isOpen: true, until: "2026-10-28T23:00:00Z", mayBeLonger: false }],
      [night.id, { isOpen: false, opens: "2026-10-29T03:00:00Z" }],
      [unknown.id, null],
    ]);
    expect(results[0]).toMatchObject({ distance: 0, duty: null, timezone: "America/Chicago" });
    expect((await search({ filters: { open: "2026-10-28T23:30" } })).results).toMatchObject([
      { id: night.id, state: { isOpen: true, until: "2026-10-29T07:00:00Z", mayBeLonger: true } },
    ]);
  });

  it("is found with one statement", async () => {
    await createPharmacy(db);
    const counting = countingDatabase();
    await searchPharmacies(counting.db, searchInput.parse({ near: chicago }), wednesday);
    await findMarkers(counting.db, markersInput.parse({ near: chicago, zoom: 3 }), wednesday);
    expect(counting.statements).toHaveLength(2);
    await counting.db.$disconnect();
  });

  it("is nothing that is closed for good or only proposed", async () => {
    await createPharmacy(db, { isActive: false });
    const { id } = await createPharmacy(db, { isVerified: false });
    await db.$executeRaw`UPDATE pharmacies SET proposed_at = now() WHERE id = ${id}::uuid`;
    expect((await search({})).results).toEqual([]);
    expect(await markers({})).toEqual({ total: 0, pins: [], clusters: [] });
  });
});

describe("a filter", () => {
  const pairs: [string, object, PharmacyOverrides, PharmacyOverrides][] = [
    ["verified", { verified: true }, {}, { isVerified: false }],
    [
      "services, all of them",
      { services: ["Compounding", "Flu vaccination"] },
      { services: ["Flu vaccination", "Drive-through", "Compounding"] },
      { services: ["Compounding"] },
    ],
    [
      "insurance, however it is written",
      { insurance: " blue CROSS " },
      { insuranceProviders: ["Aetna", "Blue Cross"] },
      { insuranceProviders: ["Blue Cross Blue Shield"] },
    ],
    [
      "delivery as far as here",
      { delivers: true },
      { latitude: 41.91, supportsDelivery: true, deliveryRadiusKm: 3 },
      { latitude: 41.91, supportsDelivery: true, deliveryRadiusKm: 2.9 },
    ],
    ["delivery at all", { delivers: true }, { supportsDelivery: true, deliveryRadiusKm: 1 }, {}],
    ["open now", { open: "now" }, {}, { openingHours: open("08:00-10:00") }],
    ["open now, known", { open: "now" }, {}, { openingHours: null }],
    [
      "open at a time there",
      { open: "2026-11-25T22:00" },
      { timezone: "Asia/Kathmandu", openingHours: open("21:00-23:00") },
      { timezone: "Asia/Kathmandu", openingHours: open("09:00-12:00") },
    ],
    [
      "Sundays",
      { sundays: true },
      { openingHours: { rules: [{ days: ["sunday"], windows: ["10:00-11:00"] }] } },
      { openingHours: { rules: [{ days: ["saturday"], windows: ["20:00-04:00"] }] } },
    ],
    [
      "a Sunday of its season only",
      { sundays: true },
      { openingHours: { rules: [{ windows: ["10:00-11:00"], season: "10-01/11-30" }] } },
      { openingHours: { rules: [{ windows: ["10:00-11:00"], season: "05-01/09-30" }] } },
    ],
    [
      "nights",
      { nights: true },
      { openingHours: open("21:00-22:01") },
      { openingHours: open("06:00-22:00") },
    ],
    [
      "the small hours, by dates",
      { nights: true },
      { openingHours: { rules: [{ dates: "2026-10-29/2026-10-29", windows: ["05:00-06:00"] }] } },
      { openingHours: { rules: [{ dates: "2026-10-28/2026-10-28", windows: ["05:00-06:00"] }] } },
    ],
  ];

  it.each(pairs)("for %s keeps one and not the other", async (_, filters, kept, left) => {
    const { id } = await createPharmacy(db, kept);
    await createPharmacy(db, left);
    expect(await idsOf(filters)).toEqual([id]);
    expect(await markers({ filters })).toMatchObject({ total: 1, pins: [{ id }] });
  });

  it("for a rating leaves out what is rated less, or not", async () => {
    const [good, bad] = [
      await createPharmacy(db),
      await createPharmacy(db),
      await createPharmacy(db),
    ];
    await db.pharmacy.update({ where: { id: good?.id }, data: { rating: 4, ratingCount: 1 } });
    await db.pharmacy.update({ where: { id: bad?.id }, data: { rating: 3.9, ratingCount: 1 } });
    expect(await idsOf({ minRating: 4 })).toEqual([good?.id]);
  });

  it("takes what is left of the night, once it is night", async () => {
    const late = await createPharmacy(db, { openingHours: open("18:00-23:00") });
    const early = await createPharmacy(db, { openingHours: open("05:00-09:00") });
    expect((await idsOf({ nights: true })).toSorted()).toEqual([late.id, early.id].toSorted());
    expect(await idsOf({ nights: true }, at("2026-10-29T07:00:00Z"))).toEqual([early.id]);
  });
});

describe("somebody on duty", () => {
  it("is open then, whatever the hours say, and says until when", async () => {
    const { id } = await createPharmacy(db, { openingHours: null });
    await onDuty(id, "2026-10-28T14:00:00Z", "2026-10-28T20:00:00Z");
    await onDuty(id, "2026-10-28T20:00:00Z", "2026-10-29T04:00:00Z");
    const { results } = await search({ filters: { open: "now" } });
    expect(results).toMatchObject([{ id, state: null, duty: { until: "2026-10-29T04:00:00Z" } }]);
    expect((await markers({})).pins).toMatchObject([{ id, isOpen: null, isOnDuty: true }]);
    expect(await idsOf({ nights: true })).toEqual([id]);
    expect(await idsOf({ open: "2026-10-28T22:59" })).toEqual([id]);
    expect(await idsOf({ open: "2026-10-28T23:00" })).toEqual([]);
    expect(await idsOf({ sundays: true })).toEqual([]);
  });
});

describe("open now", () => {
  const zones = ["America/Chicago", "Asia/Kathmandu", "Europe/Berlin", "Pacific/Auckland"];
  const windows = ["09:00-13:00", "15:00-18:30", "22:00-02:00", "00:00-24:00", "sunrise-sunset"];

  /** Hours of every kind, as good as any. */
  function someHours(rng: ReturnType<typeof random>): OpeningHours {
    const rule = () => ({
      windows: rng.some(windows, 0, 2),
      ...(rng.chance(0.7) && { days: rng.some(openingDays, 1, 5) }),
      ...(rng.chance(0.2) && { season: rng.pick(["05-01/09-30", "11-01/03-31"]) }),
      ...(rng.chance(0.2) && { adds: true as const }),
    });
    return { rules: Array.from({ length: rng.int(1, 4) }, rule) };
  }

  it("is said by the database as by the rules, also where clocks change", async () => {
    const rng = random("hours of every kind");
    const rows = Array.from({ length: 80 }, () =>
      pharmacyRow({ timezone: rng.pick(zones), openingHours: someHours(rng), country: "US" }),
    );
    await insertPharmacies(db, rows);
    await db.$executeRaw`INSERT INTO public_holidays VALUES ('US', '2026-11-26', 'Thanksgiving')`;
    const holidays = new Map([["US", new Map([["2026-11-26", "Thanksgiving"]])]]);
    const isOpen = (row: (typeof rows)[number], instant: Instant) =>
      row.openingHours !== null &&
      isOpenAt(row.openingHours, instant, surroundingsOf(row, holidays));
    const idsOpenAt = (instantOfRow: (zone: string) => Instant) =>
      rows
        .filter((row) => isOpen(row, instantOfRow(row.timezone)))
        .map(({ id }) => id)
        .sort();
    const starts = ["2026-10-31T22:07:00Z", "2026-11-25T00:11:00Z", "2027-03-27T21:03:00Z"];
    for (const start of starts)
      for (let step = 0; step < 24; step++) {
        const now = instantOf(at(start).epochMilliseconds + step * 97 * 60_000);
        const { results } = await search({ filters: { open: "now" } }, now);
        expect(results.map(({ id }) => id).sort()).toEqual(idsOpenAt(() => now));
        expect(results.every(({ state }) => state?.isOpen)).toBe(true);
      }
    for (const open of ["2026-11-26T10:00", "2026-11-29T23:30", "2026-12-25T06:15"]) {
      const found = (await idsOf({ open })).sort();
      const wall = parseWall(open) ?? 0;
      const there = (zone: string) => instantOf(msAtWall(wall, zone));
      expect(wallMsOf(there("Asia/Kathmandu").epochMilliseconds, "Asia/Kathmandu")).toBe(wall);
      expect(found).toEqual(idsOpenAt(there));
    }
  });
});

describe("a map", () => {
  const around = (count: number, middle = chicago, spread = 0.05) => {
    const rng = random(`around ${count}`);
    const off = () => (rng.next() - 0.5) * spread;
    return Array.from({ length: count }, () => {
      const longitude = middle.longitude + off();
      return pharmacyRow({
        latitude: middle.latitude + off(),
        longitude: longitude > 180 ? longitude - 360 : longitude,
      });
    });
  };

  it("has a pin of each below fifty, and groups from fifty on", async () => {
    await insertPharmacies(db, around(49));
    expect(await markers({})).toMatchObject({ total: 49, pins: { length: 49 }, clusters: [] });
    await insertPharmacies(db, around(1));
    const grouped = await markers({});
    const inGroups = grouped.clusters.reduce((sum, { count }) => sum + count, 0);
    expect(grouped.total).toBe(50);
    expect(grouped.clusters.length).toBeGreaterThan(0);
    expect(grouped.pins.length + inGroups).toBe(50);
    expect(grouped.clusters.every(({ count }) => count > 1)).toBe(true);
    expect((await markers({ zoom: 22 })).pins.length).toBeGreaterThan(grouped.pins.length);
  });

  it("leaves out what the list shows itself, and counts it", async () => {
    const rows = around(60);
    await insertPharmacies(db, rows);
    const without = rows.slice(0, 55).map(({ id }) => id);
    const shown = await markers({ zoom: 22, without });
    expect(shown.total).toBe(60);
    expect(shown.pins.map(({ id }) => id).sort()).toEqual(
      rows
        .slice(55)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("makes one group across the date line", async () => {
    const taveuni = { latitude: -16.8, longitude: 180 };
    await insertPharmacies(db, around(60, taveuni, 0.02));
    const { clusters } = await markers({ near: taveuni, zoom: 2 });
    const sum = clusters.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(60);
    for (const { longitude, bounds } of clusters) {
      expect(Math.abs(longitude)).toBeGreaterThan(179.9);
      expect(Math.abs(bounds[1])).toBeGreaterThan(179.9);
      expect(Math.abs(bounds[3])).toBeGreaterThan(179.9);
    }
  });

  it("is never sent more than two thousand marks, and loses nobody", async () => {
    const rows = around(5000, chicago, 1.6);
    for (let first = 0; first < rows.length; first += 1000)
      await insertPharmacies(db, rows.slice(first, first + 1000));
    const { pins, clusters, total } = await markers({ zoom: 18, radiusKm: 100 });
    expect(pins.length + clusters.length).toBeLessThanOrEqual(2000);
    expect(pins.length + clusters.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(total).toBeGreaterThan(4500);
  });
});

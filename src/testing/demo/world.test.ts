import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { findCollision } from "@/features/schedules/collision";
import { decideSlot, firstFreeSlots } from "@/features/schedules/rules";
import type { WeeklyHours } from "@/features/schedules/template";
import { checkTemplate } from "@/features/schedules/template";
import { isRefusal } from "@/lib/refusal";
import { fromDate } from "@/lib/time/instant";
import { intervalOf, intervalSet, noIntervals, overlaps } from "@/lib/time/interval";
import { clinicDateOf } from "@/lib/time/zone";
import type { DemoVisit } from "./visit";
import { buildWorld, type World } from "./world";

const at = (text: string) => Temporal.Instant.from(text);

/** Ordinary days, days around clock changes, a leap day and a year's end. */
const days = [
  "2026-02-28T09:00:00Z",
  "2026-03-07T23:30:00Z",
  "2026-10-28T15:00:00Z",
  "2026-10-31T04:00:00Z",
  "2026-12-31T20:00:00Z",
  "2028-02-29T12:00:00Z",
];

const occupies = ({ row }: DemoVisit) => row.status !== "cancelled" && row.status !== "no_show";

const spanOf = ({ row }: DemoVisit) => intervalOf(new Date(row.startsAt), new Date(row.endsAt));

const occupiedBy = (visit: DemoVisit) => {
  const { startMs, endMs } = spanOf(visit);
  const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = visit.row;
  return { startMs: startMs - (before ?? 0) * 60_000, endMs: endMs + (after ?? 0) * 60_000 };
};

function groups<Item>(items: readonly Item[], key: (item: Item) => unknown): Item[][] {
  const grouped = new Map<unknown, Item[]>();
  for (const item of items) grouped.set(key(item), [...(grouped.get(key(item)) ?? []), item]);
  return [...grouped.values()];
}

function busyOf(world: World, doctorId: string) {
  return intervalSet(
    world.visits
      .filter((visit) => visit.row.doctorId === doctorId && occupies(visit))
      .map(occupiedBy),
  );
}

function collisions(visits: readonly DemoVisit[], who: "doctorId" | "patientId"): number {
  return groups(visits.filter(occupies), ({ row }) => row[who]).flatMap((own) => {
    const times = own.map(who === "doctorId" ? occupiedBy : spanOf);
    return times.flatMap((one, index) =>
      times.slice(index + 1).filter((two) => overlaps(one, two)),
    );
  }).length;
}

describe.each(days)("the demo world of %s", (day) => {
  const world = buildWorld(at(day));

  it("has the promised size", () => {
    const { clinics, doctors, patients, pharmacies, visits } = world;
    expect(clinics).toHaveLength(60);
    expect(doctors).toHaveLength(150);
    expect(new Set(doctors.map(({ row }) => row.specialization)).size).toBe(20);
    expect(patients).toHaveLength(40);
    expect(pharmacies).toHaveLength(200);
    expect(visits.length).toBeGreaterThan(700);
  });

  it("books only what the engine would have listed when it was booked", () => {
    for (const { row, association, startsAt } of world.visits) {
      const facts = { ...association.facts, status: "active" as const, isBookingEnabled: true };
      const bookedAt = fromDate(new Date(row.createdAt ?? 0));
      const decision = decideSlot(facts, noIntervals, startsAt, bookedAt);
      expect(isRefusal(decision), `${row.id} ${JSON.stringify(decision)}`).toBe(false);
    }
  });

  it("never has a doctor or a patient in two places", () => {
    expect(collisions(world.visits, "doctorId")).toBe(0);
    expect(collisions(world.visits, "patientId")).toBe(0);
  });

  it("is over with what is past, and only with that", () => {
    for (const { row } of world.visits) {
      const isOver = new Date(row.endsAt) <= new Date(day);
      const past = ["completed", "no_show", "cancelled"];
      expect(isOver ? past : ["scheduled", "confirmed", "cancelled"]).toContain(row.status);
      expect(new Date(row.createdAt ?? 0) < new Date(day)).toBe(true);
      if (row.cancelledAt) expect(new Date(row.cancelledAt) < new Date(day)).toBe(true);
    }
  });

  it("has doctors who are booked up for a week and free later", () => {
    const full = world.associations.filter(({ doctor }) => doctor.trait.isFullyBooked);
    expect(full).toHaveLength(3);
    for (const { facts, doctor } of full) {
      const free = firstFreeSlots(facts, busyOf(world, doctor.row.id), at(day), 1)[0];
      expect(free?.startsAt.since(at(day)).total("days")).toBeGreaterThan(7);
    }
  });

  it("gives the demo's patient and doctor something to do", () => {
    const coming = world.visits.filter(
      ({ row }) => new Date(row.startsAt) > new Date(day) && row.status !== "cancelled",
    );
    const isOf = (name: string) => (visit: DemoVisit) =>
      visit.patient.user.email.startsWith(`${name}@`) ||
      visit.association.doctor.user.email.startsWith(`${name}@`);
    expect(coming.filter(isOf("patient")).length).toBeGreaterThanOrEqual(2);
    expect(coming.filter(isOf("doctor")).length).toBeGreaterThanOrEqual(8);
  });
});

describe("the demo world", () => {
  const morning = buildWorld(at("2026-11-23T01:00:00Z"));

  it("is the same at every hour of a day, but for what is over by then", () => {
    const evening = buildWorld(at("2026-11-23T23:00:00Z"));
    const times = ({ visits }: World) =>
      visits.map(({ row }) => [row.id, row.startsAt, row.doctorClinicId]);
    expect(times(evening)).toEqual(times(morning));
    expect(evening.users).toEqual(morning.users);
    expect(evening.pharmacies).toEqual(morning.pharmacies);
  });

  it("keeps sane hours, also those of one person at two clinics", () => {
    const current = morning.associations.filter(({ row }) => row.status !== "ended");
    for (const own of groups(current, ({ row }) => row.doctorId)) {
      const together: Record<string, string[]> = {};
      for (const { row } of own)
        for (const [weekday, windows] of Object.entries(row.availableTimeSlots as WeeklyHours))
          together[weekday] = [...(together[weekday] ?? []), ...windows];
      expect(checkTemplate(together)).toEqual([]);
      for (const [index, one] of own.entries())
        for (const other of own.slice(index + 1))
          expect(findCollision(one.facts, other.facts, morning.clock.now)).toBeNull();
    }
  });

  it("has doctors who keep time free, limit their days, are away, or have more hours for once", () => {
    const { associations, exceptions, blocks, visits } = morning;
    const buffered = associations.filter(({ facts }) => facts.bufferAfterMinutes > 0);
    expect(buffered.length).toBeGreaterThan(20);
    const limited = associations.filter(({ facts }) => facts.maxPerDay);
    expect(limited.length).toBeGreaterThan(10);
    const kinds = groups(exceptions, ({ kind }) => kind).map((same) => same.length);
    expect(kinds.length).toBe(2);
    expect(Math.min(...kinds)).toBeGreaterThan(5);
    expect(blocks).toHaveLength(1);
    const dayOf = ({ row, association: { facts } }: DemoVisit) =>
      clinicDateOf(fromDate(new Date(row.startsAt)), facts.timezone).toString();
    const sameDay = groups(visits.filter(occupies), (visit) =>
      [visit.row.doctorClinicId, dayOf(visit)].join(),
    );
    for (const day of sameDay)
      expect(day.length).toBeLessThanOrEqual(day[0]?.association.facts.maxPerDay ?? 99);
  });

  it("lies on the streets of the embedded map", () => {
    for (const { latitude, longitude } of [
      ...morning.clinics.filter(({ city }) => city.key === "chicago").map(({ row }) => row),
      ...morning.pharmacies.filter(({ address }) => address?.endsWith("Chicago")),
    ]) {
      expect(Number(latitude)).toBeGreaterThan(41.772);
      expect(Number(latitude)).toBeLessThan(41.967);
      expect(Number(longitude)).toBeGreaterThan(-87.735);
      expect(Number(longitude)).toBeLessThan(-87.583);
    }
  });

  it("shows every state a doctor can be in", () => {
    const { doctors, associations, clock } = morning;
    const has = (status: string) => associations.filter(({ row }) => row.status === status).length;
    expect(has("on_leave")).toBe(1);
    expect(has("ended")).toBe(1);
    expect(associations.some(({ row }) => !row.appointmentBookingEnabled)).toBe(true);
    expect(doctors.filter(({ row }) => !row.isVerified).length).toBeGreaterThanOrEqual(4);
    const expired = doctors.filter(
      ({ row }) => new Date(row.licenseExpiresOn ?? 0) < clock.dateIn(0),
    );
    expect(expired).toHaveLength(1);
    const windows = associations.flatMap(({ row }) =>
      Object.values(row.availableTimeSlots as WeeklyHours).flat(),
    );
    expect(windows).toContain("20:00-02:00");
    expect(windows.some((window) => window.endsWith("-24:00"))).toBe(true);
  });
});

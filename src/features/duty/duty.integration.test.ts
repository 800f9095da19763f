import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { isEmbedded, resetDatabase } from "@/testing/database";
import { createDistrict } from "@/testing/factories/duty";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { refusalFrom } from "@/testing/refusals";
import { usualCover } from "./cover";
import { aDistrict, asAdmin, db, now } from "./duty.test-support";
import { spanText } from "./span-text";

beforeEach(resetDatabase);

const zone = "America/Chicago";
const tonight = ["2026-10-28T20:00", "2026-10-29T08:00"] as const;
const answers = {
  name: "Loop",
  slug: "loop",
  country: "US",
  position: "41.8833, -87.6278",
  timezone: zone,
  radiusKm: 3,
  ...usualCover,
};

const only = async () => {
  const { id, pharmacyId, startsAt, endsAt } = await db.dutyShift.findFirstOrThrow();
  const seen = { pharmacyId, startMs: startsAt.getTime(), endMs: endsAt.getTime() };
  return { shiftId: id, seen };
};

describe("a district", () => {
  it("is made, read as it was said, and changed by whoever saw it as it is", async () => {
    const api = await asAdmin();
    const { districtId } = await api.duty.createDistrict({ answers });
    const made = await api.duty.district({ districtId });
    expect(made).toMatchObject({ answers, revision: 0, shifts: [] });
    const changed = { ...answers, radiusKm: 5.5, nights: false, sundaysFrom: "08:00" };
    await api.duty.updateDistrict({ districtId, expectedRevision: 0, answers: changed });
    expect(await api.duty.district({ districtId })).toMatchObject({
      answers: changed,
      revision: 1,
    });
    const late = api.duty.updateDistrict({ districtId, expectedRevision: 0, answers });
    expect((await refusalFrom(late)).code).toBe("CHANGED_MEANWHILE");
    expect((await refusalFrom(api.duty.createDistrict({ answers }))).fields).toEqual({
      slug: "slugInUse",
    });
    const nowhere = api.duty.createDistrict({ answers: { ...answers, timezone: "Moon/Base" } });
    expect((await refusalFrom(nowhere)).fields).toEqual({ timezone: "choose" });
    const unknown = api.duty.district({ districtId: randomUUID() });
    expect((await refusalFrom(unknown)).code).toBe("NOT_FOUND");
  });
});

describe("a duty", () => {
  it("closes the gap, is public, and its staff are told of what becomes of it", async () => {
    const { district, one, other, api, nobody, staff, add } = await aDistrict();
    const before = await nobody.duty.get({ slug: district.slug });
    expect(before.entries.map((entry) => spanText(entry, zone))[0]).toBe(
      "Wed, Oct 28, 8:00 PM to Thu, Oct 29, 8:00 AM",
    );
    expect(before.isNeededNow).toBe(false);
    await add(one.id, ...tonight);
    const { entries } = await nobody.duty.get({ slug: district.slug });
    expect(entries[0]?.pharmacy).toEqual({
      name: "Alpha",
      slug: one.slug,
      address: "100 N State St",
      phone: "+1 312 555 0101",
    });
    expect(entries[1]?.pharmacy).toBeNull();
    const { shiftId, seen } = await only();
    const moved = { pharmacyId: one.id, from: tonight[0], to: "2026-10-29T09:00" };
    await api.duty.updateShift({ shiftId, seen, answers: moved });
    const stale = api.duty.removeShift({ shiftId, seen });
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    const given = { ...moved, pharmacyId: other.id };
    await api.duty.updateShift({ ...(await only()), answers: given });
    await api.duty.removeShift(await only());
    expect(await db.dutyShift.count()).toBe(0);
    const told = await db.notification.findMany({ where: { userId: staff.userId } });
    expect(told.map(({ notificationType }) => notificationType).sort()).toEqual([
      "duty_changed",
      "duty_new",
      "duty_removed",
    ]);
    expect(await db.auditEntry.count({ where: { subjectId: district.id } })).toBe(4);
  });

  it("is of a listed pharmacy in the district, later than now, forward, and a week at most", async () => {
    const { one, add } = await aDistrict();
    const [hidden, far, near] = await Promise.all([
      createPharmacy(db, { isActive: false }),
      createPharmacy(db, { latitude: 41.95 }),
      // A kilometre beyond the radius is a matter of streets.
      createPharmacy(db, { latitude: 41.8833 + 3.9 / 111.2 }),
    ]);
    const fields = async (...input: Parameters<typeof add>) =>
      (await refusalFrom(add(...input))).fields;
    const [from, to] = tonight;
    expect(await fields(hidden.id, from, to)).toEqual({ pharmacyId: "dutyPharmacy" });
    expect(await fields(far.id, from, to)).toEqual({ pharmacyId: "dutyPharmacy" });
    await add(near.id, from, to);
    expect(await fields(one.id, to, from)).toEqual({ to: "dutyEnd" });
    expect(await fields(one.id, from, "2026-11-05T20:00")).toEqual({ to: "dutyTooLong" });
    expect(await fields(one.id, "2026-10-28T01:00", "2026-10-28T08:00")).toEqual({
      to: "dutyPast",
    });
    expect(await fields(one.id, "2027-03-14T02:30", "2027-03-14T08:00")).toEqual({
      from: "wallGap",
    });
  });

  it("is never the second one of a pharmacy at once, in no district", async () => {
    const { one, other, add } = await aDistrict();
    const elsewhere = await createDistrict(db, { name: "Next" });
    await add(one.id, ...tonight);
    const twice = add(one.id, "2026-10-29T07:00", "2026-10-29T12:00", elsewhere.id);
    expect((await refusalFrom(twice)).code).toBe("DUTY_TWICE");
    await add(one.id, "2026-10-29T08:00", "2026-10-29T12:00", elsewhere.id);
    await add(other.id, ...tonight);
    expect(await db.dutyShift.count()).toBe(3);
  });

  it("is entered once by two at once, in two districts", async (context) => {
    if (await isEmbedded()) context.skip();
    const { one, district } = await aDistrict();
    const elsewhere = await createDistrict(db, { name: "Next" });
    const [from, to] = tonight;
    const calls = await Promise.all([asAdmin(), asAdmin()]);
    const ends = await Promise.allSettled(
      calls.map((api, index) =>
        api.duty.addShift({
          districtId: index === 0 ? district.id : elsewhere.id,
          answers: { pharmacyId: one.id, from, to },
        }),
      ),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.dutyShift.count()).toBe(1);
  });

  it("that is over stays on record", async () => {
    const { one, district, api } = await aDistrict();
    await db.dutyShift.create({
      data: {
        districtId: district.id,
        pharmacyId: one.id,
        startsAt: new Date("2026-10-27T20:00:00Z"),
        endsAt: new Date("2026-10-28T08:00:00Z"),
      },
    });
    expect((await refusalFrom(api.duty.removeShift(await only()))).code).toBe("DUTY_OVER");
  });

  it("of a pharmacy that has lost its address breaks nobody's view of the district", async () => {
    const { district, one, api, nobody, add } = await aDistrict();
    await add(one.id, ...tonight);
    await db.pharmacy.update({ where: { id: one.id }, data: { slug: null } });
    const { entries } = await nobody.duty.get({ slug: district.slug });
    expect(entries.flatMap(({ pharmacy }) => pharmacy?.slug ?? [])).toEqual([one.id]);
    await db.pharmacy.update({ where: { id: one.id }, data: { isActive: false } });
    const seen = await nobody.duty.get({ slug: district.slug });
    expect(seen.entries.every(({ pharmacy }) => pharmacy === null)).toBe(true);
    expect((await api.duty.district({ districtId: district.id })).shifts).toHaveLength(1);
  });

  it("of a pharmacy that is no longer public is a gap again, and shown to its staff", async () => {
    const { one, staff, district, nobody, add } = await aDistrict();
    await add(one.id, ...tonight);
    const own = await (await callAs(db, staff.userId, now)).duty.upcoming();
    expect(own).toMatchObject([{ district: "Loop", timezone: zone }]);
    await db.pharmacy.update({ where: { id: one.id }, data: { isActive: false } });
    const { entries } = await nobody.duty.get({ slug: district.slug });
    expect(entries[0]?.pharmacy).toBeNull();
  });
});

describe("a rota", () => {
  it("is written as it was shown, and leaves alone what somebody has", async () => {
    const { one, other, api, district, add } = await aDistrict();
    await add(other.id, ...tonight);
    const wish = {
      districtId: district.id,
      pharmacyIds: [one.id, other.id],
      firstDate: "2026-10-28",
      days: 5,
    };
    const plan = await api.duty.planRota(wish);
    expect(plan.map(({ state, name }) => [state, name])).toEqual([
      ["covered", null],
      ["new", "Alpha"],
      ["new", "Beta"],
      ["new", "Alpha"],
      ["new", "Beta"],
    ]);
    const promised = plan
      .filter(({ state }) => state === "new")
      .map(({ pharmacyId, startMs, endMs }) => ({ pharmacyId, startMs, endMs }));
    expect(await api.duty.saveRota({ ...wish, promised })).toEqual({ count: 4 });
    const again = api.duty.saveRota({ ...wish, promised });
    expect((await refusalFrom(again)).code).toBe("CHANGED_MEANWHILE");
    expect(await db.dutyShift.count()).toBe(5);
    const { gaps } = await api.duty.district({ districtId: district.id });
    // The night before began before today: its last hours are over, and stand as a gap.
    expect(gaps.map((gap) => spanText(gap, zone)).slice(0, 2)).toEqual([
      "Wed, Oct 28, 12:00 AM to 8:00 AM",
      "Mon, Nov 2, 8:00 PM to Tue, Nov 3, 8:00 AM",
    ]);
    expect(await api.duty.gaps()).toHaveLength(1);
  });
});

describe("the public", () => {
  it("finds the nearest district first", async () => {
    const { nobody } = await aDistrict();
    await createDistrict(db, { name: "Berlin", slug: "berlin", latitude: 52.5, longitude: 13.4 });
    const near = { latitude: 52, longitude: 13 };
    const names = async (input: object) =>
      (await nobody.duty.around(input)).districts.map(({ name }) => name);
    expect(await names({ near })).toEqual(["Berlin", "Loop"]);
    expect(await names({})).toEqual(["Berlin", "Loop"]);
    expect(await names({ near: { latitude: 40, longitude: -80 } })).toEqual(["Loop", "Berlin"]);
  });
});

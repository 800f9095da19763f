import { beforeEach, describe, expect, it } from "vitest";
import { type Instant, instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createPharmacy, type PharmacyOverrides } from "@/testing/factories/pharmacy";
import { refusalFrom } from "@/testing/refusals";
import { pharmacyLd } from "./pharmacy-ld";

const db = testDatabase();
const at = (text: string): Instant => parseInstant(text) ?? instantOf(0);
const now = at("2026-10-28T15:00:00Z");

beforeEach(resetDatabase);

async function pageOf(overrides: PharmacyOverrides, when = now) {
  const { slug } = await createPharmacy(db, overrides);
  return (await callAs(db, null, when)).pharmacies.get({ slug });
}

describe("a pharmacy's page", () => {
  it("has the week that it is there, with today and holidays by their names", async () => {
    await db.publicHoliday.create({
      data: { country: "US", day: new Date("2026-10-29"), name: "Founders’ Day" },
    });
    const { week, state } = await pageOf({
      openingHours: {
        rules: [
          { days: ["monday", "tuesday", "wednesday", "thursday"], windows: ["09:00-18:00"] },
          { days: ["friday"], windows: ["22:00-02:00"] },
          { days: ["holiday"], windows: [] },
        ],
      },
    });
    expect(week?.map(({ date }) => date).at(0)).toBe("2026-10-26");
    expect(week?.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(["2026-10-28"]);
    expect(week?.[3]).toMatchObject({ holiday: "Founders’ Day", windows: [] });
    expect(week?.[4]?.windows).toEqual([{ start: 1320, end: 1560, mayBeLonger: false }]);
    expect(state).toEqual({ isOpen: true, until: "2026-10-28T23:00:00Z", mayBeLonger: false });
  });

  it("knows today by the pharmacy's own calendar", async () => {
    const { week } = await pageOf({ timezone: "Pacific/Auckland" }, at("2026-11-01T12:00:00Z"));
    expect(week?.find(({ isToday }) => isToday)?.date).toBe("2026-11-02");
    expect(week?.[0]?.date).toBe("2026-11-02");
  });

  it("shows the words of hours that could not be read", async () => {
    const { id, slug } = await createPharmacy(db, { openingHours: null });
    await db.pharmacy.update({ where: { id }, data: { hoursAsWritten: "by appointment" } });
    const page = await (await callAs(db, null, now)).pharmacies.get({ slug });
    expect(page).toMatchObject({ week: null, state: null, hoursAsWritten: "by appointment" });
  });

  it("is found at a former address, and without words for one at its id", async () => {
    const { id, slug } = await createPharmacy(db);
    await db.pharmacyOldSlug.create({ data: { slug: "once-here", pharmacyId: id } });
    const anyone = await callAs(db, null, now);
    expect((await anyone.pharmacies.get({ slug: "once-here" })).slug).toBe(slug);
    await db.pharmacy.update({ where: { id }, data: { slug: null } });
    expect((await anyone.pharmacies.get({ slug: id })).slug).toBe(id);
  });

  it("is none for what is not listed", async () => {
    const { slug } = await createPharmacy(db, { isActive: false });
    const anyone = await callAs(db, null, now);
    expect((await refusalFrom(anyone.pharmacies.get({ slug }))).code).toBe("NOT_FOUND");
    expect(await anyone.pharmacies.slugs({ page: 0 })).toEqual([]);
    expect(await anyone.pharmacies.count()).toBe(0);
  });

  it("never links to what is no web page, nor tells the desk's e-mail", async () => {
    const page = await pageOf({ website: "javascript:alert(1)", email: "desk@example.org" });
    expect(page.website).toBeNull();
    expect(JSON.stringify(page)).not.toMatch(/desk@/);
  });
});

describe("its linked data", () => {
  it("says each day of this week, closed and past midnight too", async () => {
    const page = await pageOf({
      openingHours: { rules: [{ days: ["friday"], windows: ["22:00-02:00", "08:00-24:00"] }] },
    });
    const { openingHoursSpecification: week } = pharmacyLd(page, "https://example.org/p") as {
      openingHoursSpecification: Record<string, string>[];
    };
    expect(week[0]).toMatchObject({ opens: "00:00", closes: "00:00", validFrom: "2026-10-26" });
    expect(week[4]).toMatchObject({ dayOfWeek: "https://schema.org/Friday", opens: "08:00" });
    expect(week[4]?.closes).toBe("02:00");
  });
});

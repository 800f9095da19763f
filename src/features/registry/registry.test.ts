import { describe, expect, it } from "vitest";
import { readTemplate } from "@/features/schedules/template";
import { clinicForm, pharmacyForm } from "./form-schema";
import { canMerge, changesOf, samePosition, takeFacts } from "./rules";
import { type ClinicAnswers, clinicAnswers } from "./schema";
import { linesOf, readLines } from "./week-lines";

const day = (monday: string) => readLines({ ...linesOf({}), monday });

describe("a line of hours", () => {
  it.each([
    ["8-12, 13:30–18", ["08:00-12:00", "13:30-18:00"]],
    ["08:00 - 12:00; 22:00-02:00", ["08:00-12:00", "22:00-02:00"]],
    ["00:00-24:00", ["00:00-24:00"]],
    ["9.30—17", ["09:30-17:00"]],
  ])("%s is read", (typed, monday) => {
    const { hours, problems } = day(typed);
    expect(problems).toEqual([]);
    expect(hours).toEqual({ monday });
    expect(linesOf(hours).monday).toBe(monday.join(", "));
    expect(readTemplate(hours)[0]).toHaveLength(monday.length);
  });

  it.each([
    ["morning", "hours"],
    ["8", "hours"],
    ["25:00-26:00", "hours"],
    ["08:00-08:00", "hours"],
    ["08:00-12:00, 11:00-13:00", "hoursOverlap"],
    ["22:00-03:00, 23:00-24:00", "hoursOverlap"],
  ])("%s is refused", (typed, key) => {
    expect(day(typed).problems.map((problem) => problem.key)).toContain(key);
  });
});

const facts: ClinicAnswers = {
  name: "Lakeview Clinic",
  slug: "lakeview",
  description: "",
  phone: "",
  email: "",
  website: "",
  address: "1 Lake St",
  city: "Chicago",
  country: "US",
  position: "41.9, -87.6",
  timezone: "America/Chicago",
  currency: "USD",
  services: [],
  amenities: [],
  insurance: [],
  hours: {},
};

describe("the form of a clinic", () => {
  it("gives what is sent, and what is sent is taken", () => {
    const hours = { ...linesOf({}), friday: "9-12" };
    const answers = clinicForm.parse({ ...facts, hours });
    expect(clinicAnswers.parse(answers)).toEqual({ ...facts, hours: { friday: ["09:00-12:00"] } });
  });

  it.each(["Lake", "lake--view", "-lake", "läke", "lake view", "lake/view"])(
    "takes no %s for an address",
    (slug) => {
      const parsed = clinicForm.safeParse({ ...facts, hours: linesOf({}), slug });
      expect(parsed.error?.issues).toMatchObject([{ path: ["slug"], message: "slug" }]);
    },
  );

  it("says at which day the hours are wrong", () => {
    const hours = { ...linesOf({}), tuesday: "x" };
    const { error } = clinicForm.safeParse({ ...facts, hours });
    expect(error?.issues).toMatchObject([{ path: ["hours", "tuesday"], message: "hours" }]);
  });
});

describe("the form of a pharmacy", () => {
  const pharmacy = {
    ...facts,
    isActive: true,
    supportsDelivery: true,
    acceptsInsurance: false,
    licenseNumber: "",
    licenseAuthority: "",
    licenseCountry: "",
    licenseExpiresOn: "",
  };

  it.each([
    ["0.1", 0.1],
    ["2,5", 2.5],
    ["100", 100],
  ])("takes %s km", (deliveryRadiusKm, kilometres) => {
    const parsed = pharmacyForm.parse({ ...pharmacy, deliveryRadiusKm });
    expect(parsed.deliveryRadiusKm).toBe(kilometres);
  });

  it.each(["", "0", "101", "far"])("refuses %s km, unless it does not deliver", (typed) => {
    const asked = { ...pharmacy, deliveryRadiusKm: typed };
    expect(pharmacyForm.safeParse(asked).error?.issues[0]?.path).toEqual(["deliveryRadiusKm"]);
    expect(pharmacyForm.parse({ ...asked, supportsDelivery: false }).deliveryRadiusKm).toBeNull();
  });
});

describe("rules", () => {
  it("know one point in many writings", () => {
    expect(samePosition(" 41.90000000,-87.600 ")).toBe("41.9, -87.6");
    expect(samePosition("nowhere")).toBe("nowhere");
  });

  it("name what changes and nothing else", () => {
    expect(changesOf(facts, facts)).toBeNull();
    expect(changesOf(facts, { ...facts, services: ["X-ray"] })).toEqual({
      before: { services: [] },
      after: { services: ["X-ray"] },
    });
  });

  it("take a clinic's place whole, and never its slug, zone or money", () => {
    const other = { ...facts, slug: "other", address: "2 Sea St", position: "1, 1", phone: "+1" };
    expect(takeFacts(facts, other, ["place"])).toEqual({
      ...facts,
      address: "2 Sea St",
      position: "1, 1",
    });
  });

  it("merge only what shares clock and money and is there", () => {
    const one = { id: "1", status: "active", timezone: "UTC", currency: "USD" } as const;
    const two = { ...one, id: "2" };
    expect(canMerge(one, two)).toBe(true);
    expect(canMerge({ ...one, status: "proposed" }, two)).toBe(true);
    const closed = { ...two, status: "permanently_closed" } as const;
    expect(canMerge(closed, one)).toBe(true);
    expect(canMerge(one, closed)).toBe(false);
    expect(canMerge({ ...one, status: "proposed" }, closed)).toBe(false);
    expect(canMerge({ ...one, status: "inactive" }, closed)).toBe(true);
    expect(canMerge(closed, { ...one, status: "inactive" })).toBe(false);
    expect(canMerge(one, { ...two, status: "proposed" })).toBe(false);
    expect(canMerge({ ...one, status: "merged" }, two)).toBe(false);
    expect(canMerge(one, one)).toBe(false);
    expect(canMerge(one, { ...two, timezone: "Europe/Berlin" })).toBe(false);
    expect(canMerge(one, { ...two, currency: "EUR" })).toBe(false);
  });
});

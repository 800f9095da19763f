import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { verdicts } from "./form-schema";
import {
  daysWaiting,
  differencesOf,
  needsSecond,
  type OpenDecision,
  refuseConfirming,
  refuseDecision,
  type SubjectFacts,
  wordOutcome,
} from "./rules";

const subject: SubjectFacts = {
  revision: 4,
  isWaiting: true,
  isDecided: false,
  owners: ["doctor"],
  country: "US",
  licenseExpiresOn: "2027-01-31",
};
const asked = {
  verdict: "verify",
  expectedRevision: 4,
  userId: "one",
  today: "2026-10-28",
} as const;
const open: OpenDecision = { verdict: "verify", reviewedRevision: 4, decidedBy: "one" };

describe("a decision", () => {
  const codeOf = (
    facts: Partial<SubjectFacts>,
    more: Partial<typeof asked> | object = {},
    first: OpenDecision | null = null,
  ) => refuseDecision({ ...subject, ...facts }, first, { ...asked, ...more })?.code ?? null;

  it("is made about what waits, by somebody else, as it was seen", () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({}, { userId: "doctor" })).toBe("OWN_APPLICATION");
    expect(codeOf({}, { expectedRevision: 3 })).toBe("CHANGED_MEANWHILE");
    expect(codeOf({ isWaiting: false })).toBe("CHANGED_MEANWHILE");
    expect(codeOf({ isWaiting: false, isDecided: true })).toBe("ALREADY_DECIDED");
  });

  it("makes way for a first decision that stands, not for one about what was", () => {
    expect(codeOf({}, {}, open)).toBe("ALREADY_DECIDED");
    expect(codeOf({}, {}, { ...open, reviewedRevision: 3 })).toBeNull();
  });

  it("verifies no licence that has run out; its last day counts", () => {
    expect(codeOf({ licenseExpiresOn: "2026-10-27" })).toBe("LICENCE_EXPIRED");
    expect(codeOf({ licenseExpiresOn: "2026-10-28" })).toBeNull();
    expect(codeOf({ licenseExpiresOn: null })).toBeNull();
    expect(codeOf({ licenseExpiresOn: "2026-10-27" }, { verdict: "ask" })).toBeNull();
  });
});

describe("confirming", () => {
  const codeOf = (
    facts: Partial<SubjectFacts>,
    userId: string,
    first: Partial<OpenDecision> = {},
  ) =>
    refuseConfirming(
      { ...subject, ...facts },
      { ...open, ...first },
      { userId, today: "2026-10-28" },
    )?.code ?? null;

  it("is for a second person who is not the first, about what the first one saw", () => {
    expect(codeOf({}, "two")).toBeNull();
    expect(codeOf({}, "one")).toBe("NOT_ALLOWED");
    expect(codeOf({}, "doctor")).toBe("OWN_APPLICATION");
    expect(codeOf({ revision: 5 }, "two")).toBe("CHANGED_MEANWHILE");
    expect(codeOf({ isWaiting: false }, "two")).toBe("CHANGED_MEANWHILE");
    expect(codeOf({ licenseExpiresOn: "2026-10-01" }, "two")).toBe("LICENCE_EXPIRED");
    expect(codeOf({ licenseExpiresOn: "2026-10-01" }, "two", { verdict: "reject" })).toBeNull();
  });
});

it("takes two people where the settings say so", () => {
  const of = (secondReviewer: "never" | "countries" | "always") => ({
    secondReviewer,
    countries: ["DE"],
  });
  expect(needsSecond(of("never"), "DE")).toBe(false);
  expect(needsSecond(of("always"), "US")).toBe(true);
  expect([needsSecond(of("countries"), "DE"), needsSecond(of("countries"), "US")]).toEqual([
    true,
    false,
  ]);
  expect(needsSecond(of("countries"), null)).toBe(true);
});

it("counts full days of waiting", () => {
  const at = (text: string) => Temporal.Instant.from(text);
  expect(daysWaiting(at("2026-10-25T15:00:01Z"), at("2026-10-28T15:00:00Z"))).toBe(2);
  expect(daysWaiting(at("2026-10-28T16:00:00Z"), at("2026-10-28T15:00:00Z"))).toBe(0);
});

it("shows what changed, came and went between two looks", () => {
  const line = (key: string, value: string) => ({ key, label: key.toUpperCase(), value });
  const before = [line("name", "Ana"), line("number", "1"), line("old", "Licence.pdf")];
  const after = [line("name", "Ana"), line("number", "2"), line("new", "Renewed.pdf")];
  expect(differencesOf(before, after)).toEqual([
    { key: "number", label: "NUMBER", before: "1", after: "2" },
    { key: "new", label: "NEW", before: "", after: "Renewed.pdf" },
    { key: "old", label: "OLD", before: "Licence.pdf", after: "" },
  ]);
  expect(differencesOf(before, before)).toEqual([]);
});

it("tells of each outcome where to read more, and not what was written", () => {
  for (const kind of ["doctor", "renewal", "pharmacy"] as const)
    for (const verdict of verdicts) {
      const { title, body } = wordOutcome(kind, verdict, "Lake Pharmacy");
      expect(title).toMatch(/^Your /);
      expect(body.length).toBeGreaterThan(20);
    }
});

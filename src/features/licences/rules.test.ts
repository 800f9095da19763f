import { describe, expect, it } from "vitest";
import { daysLeft, refuseRenewalDay, standingOf, wordNotice, wordSuspension } from "./rules";

const today = "2026-10-28";

describe("where a licence stands", () => {
  it.each([
    ["2026-10-27", "ended"],
    ["2026-10-28", "ending"],
    ["2026-12-27", "ending"],
    ["2026-12-28", "holds"],
    [null, "endless"],
  ] as const)("until %s: %s", (expiresOn, standing) => {
    expect(standingOf({ expiresOn, isSuspended: false }, today)).toBe(standing);
    expect(standingOf({ expiresOn, isSuspended: true }, today)).toBe("suspended");
  });

  it("counts the last day", () => {
    expect(daysLeft(today, today)).toBe(0);
    expect(daysLeft("2027-03-01", "2027-02-28")).toBe(1);
  });
});

it.each([
  ["2026-10-29", null, null],
  ["2026-10-28", null, "INVALID_INPUT"],
  ["2027-01-01", "2027-01-01", "INVALID_INPUT"],
  ["2027-01-02", "2027-01-01", null],
  ["2026-10-20", "2026-01-01", "INVALID_INPUT"],
])("a renewal until %s after one until %s: %s", (expiresOn, present, code) => {
  expect(refuseRenewalDay(expiresOn, present, today)?.code ?? null).toBe(code);
});

it.each([
  [0, "can’t book. Hand in"],
  [1, "We look at 1 appointment ahead"],
  [12, "We look at 12 appointments ahead"],
])("an ended licence with %i appointments ahead says so", (open, words) => {
  expect(wordNotice(0, today, open).body).toContain(words);
});

it.each([
  ["holds", "Patients can find and book you again. Reason: Sorry"],
  ["ended", "But your licence has ended"],
  ["suspended", "Patients no longer find you"],
] as const)("whose licence %s reads so when a suspension begins or ends", (standing, words) => {
  expect(wordSuspension(standing, "Sorry").body).toContain(words);
});

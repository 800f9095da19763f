import { describe, expect, it } from "vitest";
import { differencesOf, furtherFacts } from "./difference";

describe("what an entry says has changed", () => {
  it("is told thing by thing, with nothing of what stayed", () => {
    const before = { name: "Lake", city: "Ulm", isOpen: true, hours: { mon: ["09:00"] }, fax: "1" };
    const after = { name: "Lake", city: "Bonn", is_open: true, hours: { mon: [] }, phoneNumber: 5 };
    expect(differencesOf(before, after)).toEqual([
      { path: "city", kind: "changed", before: "Ulm", after: "Bonn" },
      { path: "fax", kind: "removed", before: "1", after: null },
      { path: "hours › mon", kind: "changed", before: "09:00", after: "" },
      { path: "phone number", kind: "added", before: null, after: "5" },
    ]);
  });

  it("takes one state alone, and nothing for a state", () => {
    expect(differencesOf(undefined, { level: "admin" })).toMatchObject([{ kind: "added" }]);
    expect(differencesOf({ level: null }, { level: "admin" })).toMatchObject([{ kind: "added" }]);
    expect(differencesOf("open", "closed")).toMatchObject([{ path: "", kind: "changed" }]);
    expect(differencesOf(null, undefined)).toEqual([]);
  });

  it("leaves the rest as facts", () => {
    const details = { reason: "x", before: 1, after: 2, section: "person", isTakenBack: false };
    expect(furtherFacts({ ...details, list: [{ a: 1 }, "b"] })).toEqual([
      ["section", "person"],
      ["is taken back", "no"],
      ["list", '{"a":1}, b'],
    ]);
    expect(furtherFacts(null)).toEqual([]);
  });
});

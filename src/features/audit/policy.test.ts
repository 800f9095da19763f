import { describe, expect, it } from "vitest";
import type { Right } from "@/lib/rights";
import { namingOf, subjectHref } from "./policy";

const having = (...rights: Right[]) => new Set(rights);

describe("the subject of an entry", () => {
  it("leads where the reader may go, and nowhere else", () => {
    expect(subjectHref(having("people.read"), "user", "1")).toBe("/admin/people/1");
    expect(subjectHref(having("audit.read"), "user", "1")).toBeNull();
    expect(subjectHref(having("pharmacies.verify"), "pharmacy", "1")).toContain("/review");
    expect(subjectHref(having("pharmacies.edit", "pharmacies.verify"), "pharmacy", "1")).toBe(
      "/admin/pharmacies/1",
    );
    expect(subjectHref(having("people.read"), "patient", null)).toBeNull();
    expect(subjectHref(having("people.read"), "unheard of", "1")).toBeNull();
  });

  it("is named for those who may know", () => {
    expect(namingOf(having("doctors.verify"))).toEqual({
      people: false,
      doctors: true,
      appointments: false,
    });
  });
});

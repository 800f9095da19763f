import { expect, it } from "vitest";
import { chooseClinic, doctorHref, readDoctorUrl } from "./doctor-url";
import type { DoctorClinic } from "./schema";

it("reads the day and the clinic, and says where a date is none", () => {
  expect(readDoctorUrl({ from: "2026-11-02", clinic: "a-b" })).toEqual({
    from: "2026-11-02",
    clinic: "a-b",
    problems: [],
  });
  expect(readDoctorUrl({ from: "2026-02-30", clinic: "../x" })).toEqual({
    problems: ["dateInvalid"],
  });
  expect(readDoctorUrl({ from: ["2026-11-02", "x"] }).from).toBe("2026-11-02");
  expect(readDoctorUrl({})).toEqual({ problems: [] });
});

it("writes what it reads", () => {
  expect(doctorHref("ana", { from: "2026-11-02", clinic: "a-b" })).toBe(
    "/doctors/ana?clinic=a-b&from=2026-11-02",
  );
  expect(doctorHref("ana", {})).toBe("/doctors/ana");
});

it("shows the clinic asked for, else the one that is free first", () => {
  const clinic = (slug: string) => ({ slug, associationId: slug }) as DoctorClinic;
  const week = (associationId: string, ...times: string[]) => ({
    associationId,
    days: [{ times }],
  });
  const clinics = [clinic("a"), clinic("b"), clinic("c")];
  const weeks = [week("a"), week("b", "2026-11-03T15:00:00Z"), week("c", "2026-11-02T15:00:00Z")];
  expect(chooseClinic(clinics, weeks, undefined)?.clinic.slug).toBe("c");
  expect(chooseClinic(clinics, weeks, "a")?.clinic.slug).toBe("a");
  expect(chooseClinic(clinics, weeks, "elsewhere")?.clinic.slug).toBe("c");
  expect(chooseClinic(clinics, [week("a"), week("b")], undefined)?.clinic.slug).toBe("a");
  expect(chooseClinic([], [], "a")).toBeNull();
});

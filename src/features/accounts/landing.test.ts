import { expect, test } from "vitest";
import type { VerifiedDoctorId } from "@/lib/ids";
import { doctorStart, landing } from "./landing";

const done = {
  role: "patient",
  isOnboarded: true,
  isEmailVerified: true,
  verifiedDoctorId: null,
} as const;

test("what is still to do comes first, and remembers where one was going", () => {
  const next = "/book/1?at=x";
  const kept = "next=%2Fbook%2F1%3Fat%3Dx";
  expect(landing({ ...done, isOnboarded: false, isEmailVerified: false }, next)).toBe(
    `/verify-email?${kept}`,
  );
  expect(landing({ ...done, isOnboarded: false }, next)).toBe(`/onboarding?${kept}`);
  expect(landing(done, next)).toBe(next);
});

test("who signs up as a doctor confirms the address and is not asked what patients are", () => {
  const doctor = { ...done, isOnboarded: false };
  expect(landing({ ...doctor, isEmailVerified: false }, doctorStart)).toBe(
    "/verify-email?next=%2Ffor-doctors%2Fstart",
  );
  expect(landing(doctor, doctorStart)).toBe(doctorStart);
});

test("without a wish each role goes home, and only patients are asked for more", () => {
  expect(landing(done, null)).toBe("/");
  const other = { ...done, isOnboarded: false, isEmailVerified: false };
  expect(landing({ ...other, role: "admin" }, null)).toBe("/admin");
  expect(landing({ ...other, role: "doctor" }, null)).toBe("/practice");
  const verifiedDoctorId = "d" as VerifiedDoctorId;
  expect(landing({ ...other, role: "doctor", verifiedDoctorId }, null)).toBe("/agenda");
});

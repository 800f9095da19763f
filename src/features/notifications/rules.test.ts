import { describe, expect, it } from "vitest";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { type AppointmentNews, wordNews } from "./rules";

const at = (text: string) => parseInstant(text) ?? instantOf(0);

const news = (more: Partial<AppointmentNews>): AppointmentNews => ({
  kind: "appointment_confirmed",
  startsAt: at("2026-10-29T15:30:00Z"),
  timezone: "America/Chicago",
  clinicName: "Lakeview Clinic",
  ...more,
});

const where = "Central Time (Chicago). Ana Núñez, Lakeview Clinic";

describe("the words of a message", () => {
  it.each([
    [{}, "Appointment confirmed", `Thu, Oct 29, 10:30 AM, ${where}`],
    [
      { kind: "appointment_delayed", delayMinutes: 20 },
      "About 20 minutes late",
      `Expected 10:50 AM instead of Thu, Oct 29, 10:30 AM, ${where}`,
    ],
    [
      { kind: "appointment_delayed", delayMinutes: 0 },
      "Back on time",
      `Thu, Oct 29, 10:30 AM, ${where}`,
    ],
    [
      { kind: "appointment_proposed", proposedAt: at("2026-10-30T14:00:00Z") },
      "Another time is proposed",
      `Fri, Oct 30, 9:00 AM instead of Thu, Oct 29, 10:30 AM, ${where}`,
    ],
    [
      { kind: "proposal_declined", proposedAt: at("2026-10-30T14:00:00Z") },
      "Proposed time declined",
      `It stays Thu, Oct 29, 10:30 AM, not Fri, Oct 30, 9:00 AM, ${where}`,
    ],
    [
      { kind: "proposal_withdrawn", proposedAt: at("2026-10-30T14:00:00Z") },
      "Proposed time taken back",
      `It stays Thu, Oct 29, 10:30 AM, not Fri, Oct 30, 9:00 AM, ${where}`,
    ],
  ] as const)("%j", (more, title, body) => {
    expect(wordNews(news(more), "Ana Núñez")).toEqual({ title, body });
  });

  it("do without a clinic that is gone", () => {
    expect(wordNews(news({ clinicName: null }), "Ana Núñez").body).toMatch(/\. Ana Núñez$/);
  });
});

import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import type { AppointmentId } from "@/lib/ids";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { appointmentCalendar } from "./calendar";
import type { PatientAppointment } from "./read-store";

const at = (text: string) => parseInstant(text) ?? instantOf(0);

const appointment: PatientAppointment = {
  id: "6f1c1f60-6c0b-4a6e-9d5e-0d6f1f0b7a11" as AppointmentId,
  status: "scheduled",
  startsAt: at("2026-11-01T06:30:00Z"),
  endsAt: at("2026-11-01T07:00:00Z"),
  timezone: "America/Chicago",
  durationMinutes: 30,
  fee: 120,
  symptoms: "A cough",
  prescription: null,
  delayMinutes: 0,
  sharesHealth: false,
  calendarSequence: 0,
  updatedAt: at("2026-10-28T15:00:00Z"),
  cancelledAt: null,
  cancellationReason: null,
  isCancelledByPatient: false,
  associationId: null,
  cancellationNoticeMinutes: 120,
  hasOpenProposal: false,
  doctorName: "Dr. Ana Núñez; née O’Brien, MD",
  doctorSlug: "ana-nunez",
  specialization: "Cardiology",
  clinicName: "Lakeview Clinic",
  clinicSlug: "lakeview",
  clinicAddress: "1 W Addison St\nFloor 2",
  clinicCity: "Chicago",
  clinicPhone: null,
  currency: "USD",
  latitude: 41.9469,
  longitude: -87.6555,
};

/** The same file as two independent readers understand it. */
function readBoth(text: string) {
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent") ?? undefined,
  );
  const parsed = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === "VEVENT");
  if (parsed?.type !== "VEVENT") throw new Error("no event");
  return [
    {
      uid: event.uid,
      start: event.startDate.toJSDate().toISOString(),
      sequence: event.sequence,
      summary: event.summary,
      status: event.component.getFirstPropertyValue("status"),
    },
    {
      uid: parsed.uid,
      start: new Date(parsed.start).toISOString(),
      sequence: Number(parsed.sequence),
      summary: String(parsed.summary),
      status: parsed.status,
    },
  ];
}

describe("an appointment in a calendar", () => {
  const moved = {
    ...appointment,
    startsAt: at("2026-11-01T07:30:00Z"),
    endsAt: at("2026-11-01T08:00:00Z"),
    calendarSequence: 1,
  };
  const cancelled = {
    ...moved,
    calendarSequence: 2,
    status: "cancelled" as const,
  };

  it.each([
    ["booked", appointment, "2026-11-01T06:30:00.000Z", 0, "CONFIRMED"],
    ["moved", moved, "2026-11-01T07:30:00.000Z", 1, "CONFIRMED"],
    ["cancelled", cancelled, "2026-11-01T07:30:00.000Z", 2, "CANCELLED"],
  ])(
    "keeps its identity when %s, in an hour the clocks repeat",
    (_, given, start, sequence, status) => {
      const text = appointmentCalendar(given, "https://medico24.example");
      for (const read of readBoth(text))
        expect(read).toEqual({
          uid: `${appointment.id}@medico24`,
          start,
          sequence,
          status,
          summary: "Dr. Ana Núñez; née O’Brien, MD, Lakeview Clinic",
        });
    },
  );

  it("never says why", () => {
    expect(appointmentCalendar(appointment, "https://medico24.example")).not.toContain("cough");
  });
});

import { describe, expect, it } from "vitest";
import type { AppointmentId, AssociationId } from "@/lib/ids";
import { gridEvents, hoursShown } from "./agenda-events";
import { newsOf } from "./agenda-news";
import {
  agendaHref,
  atClinic,
  daysAround,
  placeOf,
  type ShownAgenda,
  shownDays,
} from "./agenda-place";
import type { AgendaVisit } from "./agenda-types";

const lakeview = "11111111-1111-4111-8111-111111111111" as AssociationId;
const harbour = "22222222-2222-4222-8222-222222222222" as AssociationId;

const visit = (id: string, startsAt: string, more: Partial<AgendaVisit> = {}): AgendaVisit => ({
  id: id as AppointmentId,
  revision: 0,
  status: "scheduled",
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
  timezone: "America/Chicago",
  associationId: lakeview,
  clinicName: "Lakeview",
  patientName: "Anna B.",
  origin: "online",
  delayMinutes: 0,
  hasOpenProposal: false,
  ...more,
});

const agenda = (more: Partial<ShownAgenda> = {}): ShownAgenda => ({
  timezone: "America/Chicago",
  zone: "America/Chicago",
  days: ["2026-11-01"],
  appointments: [],
  blocked: [],
  open: [],
  timeOff: [],
  associations: [
    { id: lakeview, clinicName: "Lakeview", timezone: "America/Chicago", durationMinutes: 30 },
    { id: harbour, clinicName: "Harbour", timezone: "America/New_York", durationMinutes: 30 },
  ],
  ...more,
});

describe("the grid of an agenda", () => {
  it("has the walls of the zone", () => {
    const [event] = gridEvents(agenda({ appointments: [visit("a", "2026-11-02T15:30:00Z")] }));
    expect(event).toMatchObject({
      start: "2026-11-02T09:30:00",
      end: "2026-11-02T10:00:00",
      startEditable: true,
    });
  });

  it("keeps the length of a visit in the hour that comes twice", () => {
    // 1:45 to 1:15 on the wall; drawn as half an hour.
    const [event] = gridEvents(agenda({ appointments: [visit("a", "2026-11-01T06:45:00Z")] }));
    expect(event).toMatchObject({ start: "2026-11-01T01:45:00", end: "2026-11-01T02:15:00" });
  });

  it("shows time off to the end of its last day", () => {
    const off = { firstDate: "2026-11-02", lastDate: "2026-11-03", note: null, clinicName: null };
    const [event] = gridEvents(agenda({ timeOff: [off] }));
    expect(event).toMatchObject({ start: "2026-11-02", end: "2026-11-04", allDay: true });
  });

  it("lets nobody drag what has begun", () => {
    const appointments = [visit("a", "2026-11-02T15:30:00Z", { status: "in_progress" })];
    expect(gridEvents(agenda({ appointments }))[0]).toMatchObject({ startEditable: false });
  });

  it("opens the hours that something is in", () => {
    expect(hoursShown(agenda())).toEqual({ slotMinTime: "08:00:00", slotMaxTime: "18:00:00" });
    const evening = agenda({ appointments: [visit("a", "2026-11-03T00:45:00Z")] });
    expect(hoursShown(evening).slotMaxTime).toBe("20:00:00");
    const night = agenda({ appointments: [visit("a", "2026-11-02T05:45:00Z")] });
    expect(hoursShown(night)).toEqual({ slotMinTime: "00:00:00", slotMaxTime: "24:00:00" });
  });
});

describe("a place in the agenda", () => {
  it("is read from the address, without what is damaged", () => {
    const read = placeOf({ date: "2026-11-02", view: "week", clinic: lakeview });
    expect(read).toEqual({ date: "2026-11-02", view: "week", clinic: lakeview });
    expect(agendaHref({ ...read, date: "2026-11-02" })).toBe(
      `/agenda?date=2026-11-02&view=week&clinic=${lakeview}`,
    );
    const damaged = placeOf({ date: "2026-02-31x", view: "year", clinic: ["a", "b"] });
    expect(damaged).toEqual({ date: null, view: null, clinic: null });
  });

  it("is within the days that are asked for, in every view", () => {
    const { from, days } = daysAround("2026-11-01");
    expect(from).toBe("2026-10-25");
    expect(days).toBe(16);
    expect(shownDays("week", "2026-11-01")).toEqual({ first: "2026-10-26", days: 7 });
    expect(shownDays("list", "2026-11-01")).toEqual({ first: "2026-11-01", days: 7 });
    expect(shownDays("day", "2026-11-01")).toEqual({ first: "2026-11-01", days: 1 });
  });

  it("can be one clinic, in its zone", () => {
    const here = visit("a", "2026-11-02T15:30:00Z", { associationId: harbour });
    const all = agenda({ appointments: [here, visit("b", "2026-11-02T16:30:00Z")] });
    expect(atClinic(all, harbour)).toMatchObject({
      zone: "America/New_York",
      appointments: [here],
    });
    expect(atClinic(all, "unknown").appointments).toHaveLength(2);
  });
});

describe("news of an agenda", () => {
  const [early, late] = [visit("a", "2026-11-02T15:30:00Z"), visit("b", "2026-11-02T17:30:00Z")];

  it("is what came, went, moved or changed, by start", () => {
    const moved = { ...late, startsAt: "2026-11-02T18:00:00Z" };
    expect(newsOf([early], [early, late])).toEqual([{ kind: "new", visit: late }]);
    expect(newsOf([early, late], [late])).toEqual([{ kind: "gone", visit: early }]);
    expect(newsOf([late], [moved])).toEqual([{ kind: "moved", visit: moved }]);
    const confirmed = { ...early, status: "confirmed" as const };
    expect(newsOf([early, late], [confirmed, moved]).map(({ kind }) => kind)).toEqual([
      "changed",
      "moved",
    ]);
  });

  it("is nothing where only words were written", () => {
    expect(newsOf([early], [{ ...early, revision: 3 }])).toEqual([]);
  });
});

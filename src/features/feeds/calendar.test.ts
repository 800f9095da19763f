import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { appointmentStatuses } from "@/features/appointments/rules";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { fromEpochDay } from "@/lib/time/plain-date";
import { feedCalendar } from "./calendar";
import type { FeedEntries, FeedVisit } from "./store";

const at = (text: string) => parseInstant(text) ?? instantOf(0);
const site = "https://medico24.example";

const visit: FeedVisit = {
  id: "6f1c1f60-6c0b-4a6e-9d5e-0d6f1f0b7a11",
  status: "scheduled",
  startsAt: at("2026-11-01T06:30:00Z"),
  endsAt: at("2026-11-01T07:00:00Z"),
  sequence: 0,
  changedAt: at("2026-10-28T15:00:00Z"),
  clinicName: "Lakeview Clinic",
  clinicAddress: "1 W Addison St\nFloor 2",
  clinicCity: "Chicago",
  latitude: 41.9469,
  longitude: -87.6555,
};

const feed = (entries: Partial<FeedEntries>) =>
  feedCalendar({ visits: [], blocks: [], timeOff: [], ...entries }, site);

type Read = {
  uid: string;
  start: string;
  end: string;
  sequence: number;
  summary: string;
  location: string;
  status: string;
};

/** All events of a file as two independent readers understand them, by start. */
function readBoth(text: string): [Read[], Read[]] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const first = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      summary: event.summary,
      location: event.location,
      status: String(component.getFirstPropertyValue("status")),
    };
  });
  const second = Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
    one?.type === "VEVENT"
      ? [
          {
            uid: one.uid,
            start: new Date(one.start).toISOString(),
            end: new Date(one.end ?? one.start).toISOString(),
            sequence: Number(one.sequence),
            summary: String(one.summary),
            location: String(one.location),
            status: String(one.status),
          },
        ]
      : [],
  );
  const byStart = (a: Read, b: Read) => a.start.localeCompare(b.start);
  return [first.sort(byStart), second.sort(byStart)];
}

describe("a doctor's feed", () => {
  const moved = {
    ...visit,
    startsAt: at("2026-11-01T07:30:00Z"),
    endsAt: at("2026-11-01T08:00:00Z"),
    sequence: 1,
  };

  it.each([
    ["booked", visit, "2026-11-01T06:30:00.000Z", "2026-11-01T07:00:00.000Z", 0, "TENTATIVE"],
    ["moved", moved, "2026-11-01T07:30:00.000Z", "2026-11-01T08:00:00.000Z", 1, "TENTATIVE"],
    [
      "cancelled",
      { ...moved, sequence: 2, status: "cancelled" as const },
      "2026-11-01T07:30:00.000Z",
      "2026-11-01T08:00:00.000Z",
      2,
      "CANCELLED",
    ],
  ])(
    "keeps a visit's identity when %s, in an hour the clocks repeat",
    (_, given, start, end, sequence, status) => {
      for (const events of readBoth(feed({ visits: [given] })))
        expect(events).toEqual([
          {
            uid: `${visit.id}@medico24`,
            start,
            end,
            sequence,
            status,
            summary: "Appointment, Lakeview Clinic",
            location: "Lakeview Clinic, 1 W Addison St\nFloor 2, Chicago",
          },
        ]);
    },
  );

  it("knows every state of a visit, and its own page", () => {
    for (const status of appointmentStatuses)
      expect(feed({ visits: [{ ...visit, status }] })).toMatch(
        /STATUS:(CONFIRMED|TENTATIVE|CANCELLED)\r\n/,
      );
    const text = feed({ visits: [visit] }).replaceAll("\r\n ", "");
    expect(text).toContain(`URL;VALUE=URI:${site}/agenda/${visit.id}`);
    expect(text).toContain("LAST-MODIFIED:20261028T150000Z");
  });

  it.each([
    'Smith, Jones; & "Söhne" \\ Praxis',
    "Line one\nBEGIN:VEVENT\nUID:forged\nEND:VEVENT",
    `👩🏽‍⚕️ ${"漢字العربية".repeat(30)}`,
    "W".repeat(400),
    "<script>alert(1)</script> {name} %s",
  ])("says the name of a clinic as it is: %s", (clinicName) => {
    const text = feed({ visits: [{ ...visit, clinicName }] });
    for (const events of readBoth(text))
      expect(events.map(({ summary }) => summary)).toEqual([`Appointment, ${clinicName}`]);
    for (const line of text.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it("holds five hundred visits, and is the same text each time", () => {
    const visits = Array.from({ length: 500 }, (_, index) => ({
      ...visit,
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      startsAt: visit.startsAt.add({ hours: index }),
      endsAt: visit.endsAt.add({ hours: index }),
    }));
    const text = feed({ visits });
    expect(feed({ visits })).toBe(text);
    const [first, second] = readBoth(text);
    expect(first).toHaveLength(500);
    expect(second).toEqual(first);
  });

  it("shows blocked time as busy and time off as whole days", () => {
    const text = feed({
      blocks: [{ ...visit, id: "b" }],
      timeOff: [
        {
          id: "t",
          firstDate: fromEpochDay(20_758),
          lastDate: fromEpochDay(20_760),
          changedAt: visit.changedAt,
          clinicName: null,
        },
      ],
    });
    expect(text).toContain("DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261104");
    const [read] = readBoth(text);
    expect(read.map(({ summary }) => summary).sort()).toEqual(["Blocked", "Time off"]);
  });
});

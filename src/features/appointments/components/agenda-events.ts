import { shiftDate, wallMsOf, wallText } from "@/lib/time/wall";
import type { ShownAgenda } from "./agenda-place";
import type { AgendaVisit, Blocked } from "./agenda-types";

/** What a piece of the week grid stands for. */
export type Piece =
  | { kind: "visit"; visit: AgendaVisit }
  | { kind: "blocked"; blocked: Blocked }
  | { kind: "open" }
  | { kind: "off"; note: string | null; clinicName: string | null };

/** Start and end as walls in the zone read them; the length stays exact where clocks change. */
function wallSpan({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string) {
  const startMs = Date.parse(startsAt);
  const start = wallMsOf(startMs, zone);
  return { start: wallText(start), end: wallText(start + Date.parse(endsAt) - startMs) };
}

/** Whether the doctor may still drag a visit to another time. */
export function isMovable({ status }: AgendaVisit): boolean {
  return status === "scheduled" || status === "confirmed";
}

/** The agenda as the week grid takes it, in wall times, so that it needs no data about zones. */
export function gridEvents({ appointments, blocked, open, timeOff, zone }: ShownAgenda) {
  const piece = (piece: Piece) => ({ extendedProps: piece });
  return [
    ...appointments.map((visit) => ({
      id: visit.id,
      ...wallSpan(visit, zone),
      url: `/agenda/${visit.id}`,
      startEditable: isMovable(visit),
      ...piece({ kind: "visit", visit }),
    })),
    ...blocked.map((one) => ({
      id: one.id,
      ...wallSpan(one, zone),
      interactive: true,
      ...piece({ kind: "blocked", blocked: one }),
    })),
    ...open.map((window) => ({
      id: `open ${window.associationId} ${window.startsAt}`,
      ...wallSpan(window, zone),
      display: "background" as const,
      ...piece({ kind: "open" }),
    })),
    ...timeOff.map(({ firstDate, lastDate, note, clinicName }) => ({
      id: `off ${clinicName} ${firstDate}`,
      start: firstDate,
      end: shiftDate(lastDate, 1),
      allDay: true,
      interactive: false,
      ...piece({ kind: "off", note, clinicName }),
    })),
  ];
}

const earliestUsual = 8;
const latestUsual = 18;

/** The hours that a grid shows: a usual day, and earlier and later ones that something is in. */
export function hoursShown({ appointments, blocked, open, zone }: ShownAgenda) {
  let from = earliestUsual;
  let to = latestUsual;
  for (const span of [...appointments, ...blocked, ...open]) {
    const { start, end } = wallSpan(span, zone);
    const isOvernight = start.slice(0, 10) !== end.slice(0, 10);
    from = isOvernight ? 0 : Math.min(from, Number(start.slice(11, 13)));
    to = isOvernight ? 24 : Math.max(to, Math.ceil(hourOf(end)));
  }
  const text = (hour: number) => `${String(hour).padStart(2, "0")}:00:00`;
  return { slotMinTime: text(from), slotMaxTime: text(to) };
}

function hourOf(wall: string): number {
  return Number(wall.slice(11, 13)) + Number(wall.slice(14, 16)) / 60;
}

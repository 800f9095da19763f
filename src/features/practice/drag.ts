import { type DraftWeek, draftWindow, minutesADay, spanOf, type WeekSpan, writeTime } from "./week";

/*
 * What dragging in the picture of the week does to it. Pure: told where the pointer is, in days
 * (0 = Monday) and minutes, which may lie beyond the day's midnight.
 */

export type GridPoint = { day: number; minute: number };

/** What is being dragged, as it stood when the pointer went down. */
export type Drag =
  | { kind: "add"; from: GridPoint; id: string }
  | {
      kind: "move" | "start" | "end";
      from: GridPoint;
      id: string;
      day: number;
      span: WeekSpan;
    };

export const snapMinutes = 15;
/** What a press without a drag adds. */
const usualLength = 60;

/** The week with the drag's effect at a point; the week it began with is given each time. */
export function applyDrag(week: DraftWeek, drag: Drag, at: GridPoint): DraftWeek {
  if (drag.kind === "add")
    return place(week, drag.from.day, drag.id, addedSpan(drag.from.minute, at.minute));
  const { kind, day, span } = drag;
  const by = at.minute - drag.from.minute;
  if (kind === "move") {
    const start = clamp(span.start + snap(by), 0, minutesADay - snapMinutes);
    const end = Math.min(start + span.end - span.start, latestEnd(start));
    return place(week, clamp(day + at.day - drag.from.day, 0, 6), drag.id, { start, end });
  }
  if (kind === "end") {
    const end = clamp(snap(span.end + by), span.start + snapMinutes, latestEnd(span.start));
    return place(week, day, drag.id, { start: span.start, end });
  }
  const earliest = Math.max(0, span.end - minutesADay + (span.end > minutesADay ? snapMinutes : 0));
  const latest = Math.min(span.end, minutesADay) - snapMinutes;
  return place(week, day, drag.id, {
    start: clamp(snap(span.start + by), earliest, latest),
    end: span.end,
  });
}

/** The window of a new drag, which has a place in the week only once it is dragged. */
export function newWindowId(): string {
  return draftWindow("", "").id;
}

function addedSpan(from: number, to: number): WeekSpan {
  const anchor = clamp(snapDown(from), 0, minutesADay - snapMinutes);
  const other = snap(to);
  if (Math.abs(to - from) < snapMinutes)
    return { start: anchor, end: Math.min(anchor + usualLength, minutesADay) };
  if (other > anchor)
    return { start: anchor, end: clamp(other, anchor + snapMinutes, latestEnd(anchor)) };
  return { start: clamp(other, 0, anchor), end: Math.max(anchor, snapMinutes) };
}

/** An end at the start's own time of day would be no end; only midnight to midnight is a whole day. */
function latestEnd(start: number): number {
  return start === 0 ? minutesADay : start + minutesADay - snapMinutes;
}

/** The week with a window at its new place; one that stays on its day keeps its position there. */
function place(week: DraftWeek, day: number, id: string, span: WeekSpan): DraftWeek {
  const window = { id, start: writeTime(span.start), end: writeTime(span.end) };
  return week.map((windows, index) => {
    const isHere = windows.some((one) => one.id === id);
    if (index !== day) return isHere ? windows.filter((one) => one.id !== id) : windows;
    if (isHere) return windows.map((one) => (one.id === id ? window : one));
    const later = windows.findIndex((one) => (spanOf(one)?.start ?? 0) > span.start);
    return later < 0 ? [...windows, window] : windows.toSpliced(later, 0, window);
  });
}

function snap(minute: number): number {
  return Math.round(minute / snapMinutes) * snapMinutes;
}

function snapDown(minute: number): number {
  return Math.floor(minute / snapMinutes) * snapMinutes;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

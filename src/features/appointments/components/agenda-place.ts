import { mondayOf, parseWall, shiftDate } from "@/lib/time/wall";
import { type AgendaPlace, type AgendaRange, type AgendaView, agendaViews } from "./agenda-types";

type Query = Partial<Record<keyof AgendaPlace, string | string[] | undefined>>;

/** What an address says; nothing in place of what is damaged. */
export function placeOf({ date, view, clinic }: Query) {
  const isDate = typeof date === "string" && parseWall(`${date}T00:00`) !== null;
  return {
    date: isDate ? date : null,
    view: agendaViews.find((name) => name === view) ?? null,
    clinic: typeof clinic === "string" ? clinic : null,
  };
}

/** The address of a place in the agenda. */
export function agendaHref({ date, view, clinic }: AgendaPlace): string {
  const query = new URLSearchParams({ date });
  if (view) query.set("view", view);
  if (clinic) query.set("clinic", clinic);
  return `/agenda?${query}`;
}

/**
 * The days to ask for, whichever view shows them: from before the week of the date, in any zone, to
 * after the week that a list from there on shows.
 */
export function daysAround(date: string): { from: string; days: number } {
  return { from: shiftDate(mondayOf(date), -1), days: 16 };
}

/** First date and number of days that a view shows. */
export function shownDays(view: AgendaView, date: string): { first: string; days: number } {
  if (view === "day") return { first: date, days: 1 };
  return { first: view === "week" ? mondayOf(date) : date, days: 7 };
}

/** The agenda at one clinic, in its zone; at all of them, in that of the first. */
export function atClinic(range: AgendaRange, clinic: string | null) {
  const association = range.associations.find(({ id }) => id === clinic);
  if (!association) return { ...range, zone: range.timezone };
  const isHere = ({ associationId }: { associationId: string | null }) =>
    associationId === association.id;
  return {
    ...range,
    zone: association.timezone,
    appointments: range.appointments.filter(isHere),
    open: range.open.filter(isHere),
    timeOff: range.timeOff.filter(
      ({ clinicName }) => clinicName === null || clinicName === association.clinicName,
    ),
  };
}

export type ShownAgenda = ReturnType<typeof atClinic>;

import ICAL from "ical.js";

export type CalendarEntry = {
  uid: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  summary: string;
  location: string;
  text: string;
};

/** Reads the one event of a calendar file as a calendar program does. */
export function readCalendar(text: string): CalendarEntry {
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  if (!component) throw new Error(`No event in:\n${text}`);
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
    text,
  };
}

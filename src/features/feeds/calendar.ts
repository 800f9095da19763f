import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from "ical-generator";
import type { AppointmentStatus } from "@/features/appointments/rules";
import { toDate } from "@/lib/time/instant";
import { toDateColumn } from "@/lib/time/plain-date";
import type { FeedBlock, FeedEntries, FeedTimeOff, FeedVisit } from "./store";

const { CONFIRMED, TENTATIVE, CANCELLED } = ICalEventStatus;

const statuses: Record<AppointmentStatus, ICalEventStatus> = {
  // Booked, and the doctor has not said yes to it yet.
  scheduled: TENTATIVE,
  confirmed: CONFIRMED,
  arrived: CONFIRMED,
  in_progress: CONFIRMED,
  completed: CONFIRMED,
  cancelled: CANCELLED,
  no_show: CANCELLED,
};

/** How often a program should look again. */
const minutesBetweenReads = 15;

/**
 * A doctor's calendar as iCalendar (RFC 5545), the same text for the same entries. An event keeps its
 * identity when it moves, and its sequence rises. It says when and where, never with whom or why: the
 * address is the only key to it, and calendar programs copy it to companies of their own.
 * @param siteUrl where a visit's own page is, for those who may see it.
 */
export function feedCalendar({ visits, blocks, timeOff }: FeedEntries, siteUrl: string): string {
  const calendar = ical({
    name: "Medico24",
    prodId: { company: "Medico24", product: "Agenda", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: minutesBetweenReads * 60,
  });
  for (const visit of visits) addVisit(calendar, visit, siteUrl);
  for (const block of blocks) addBlock(calendar, block);
  for (const stretch of timeOff) addTimeOff(calendar, stretch);
  return calendar.toString();
}

function addVisit(calendar: ICalCalendar, visit: FeedVisit, siteUrl: string): void {
  const { id, clinicName, clinicAddress, clinicCity, latitude, longitude } = visit;
  const status = statuses[visit.status];
  const title = [clinicName, clinicAddress, clinicCity].filter(Boolean).join(", ");
  const isPlaced = latitude !== null && longitude !== null;
  calendar.createEvent({
    // The patient's own calendar file says the same one.
    id: `${id}@medico24`,
    sequence: visit.sequence,
    stamp: toDate(visit.changedAt),
    lastModified: toDate(visit.changedAt),
    start: toDate(visit.startsAt),
    end: toDate(visit.endsAt),
    summary: ["Appointment", clinicName].filter(Boolean).join(", "),
    location: title ? { title, ...(isPlaced && { geo: { lat: latitude, lon: longitude } }) } : null,
    url: new URL(`/agenda/${id}`, siteUrl).href,
    status,
    busystatus: status === CANCELLED ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  });
}

function addBlock(calendar: ICalCalendar, block: FeedBlock): void {
  calendar.createEvent({
    id: `blocked-${block.id}@medico24`,
    stamp: toDate(block.changedAt),
    start: toDate(block.startsAt),
    end: toDate(block.endsAt),
    summary: "Blocked",
    status: CONFIRMED,
  });
}

/** Whole days, so that they are the same days wherever the calendar is looked at. */
function addTimeOff(calendar: ICalCalendar, stretch: FeedTimeOff): void {
  calendar.createEvent({
    id: `time-off-${stretch.id}@medico24`,
    stamp: toDate(stretch.changedAt),
    allDay: true,
    start: toDateColumn(stretch.firstDate),
    end: toDateColumn(stretch.lastDate.add({ days: 1 })),
    summary: ["Time off", stretch.clinicName].filter(Boolean).join(", "),
    status: CONFIRMED,
  });
}

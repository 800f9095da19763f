import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { toDate } from "@/lib/time/instant";
import type { PatientAppointment } from "./read-store";

/**
 * An appointment as iCalendar (RFC 5545). Its identity stays when it moves; its sequence rises, so a
 * calendar that has it replaces it. It says when, where and with whom, never why.
 * @param siteUrl where the appointment's own page is.
 */
export function appointmentCalendar(appointment: PatientAppointment, siteUrl: string): string {
  const { id, clinicName, clinicAddress, clinicCity, latitude, longitude } = appointment;
  const place = [clinicName, clinicAddress, clinicCity].filter(Boolean).join(", ");
  const isCancelled = appointment.status === "cancelled";
  const calendar = ical({
    prodId: { company: "Medico24", product: "Appointments", language: "EN" },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@medico24`,
    sequence: appointment.calendarSequence,
    stamp: toDate(appointment.updatedAt),
    start: toDate(appointment.startsAt),
    end: toDate(appointment.endsAt),
    summary: [appointment.doctorName, clinicName].filter(Boolean).join(", "),
    location: place
      ? {
          title: place,
          ...(latitude !== null && longitude !== null
            ? { geo: { lat: latitude, lon: longitude } }
            : {}),
        }
      : null,
    url: new URL(`/appointments/${id}`, siteUrl).href,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

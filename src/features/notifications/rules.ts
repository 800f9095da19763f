import { formatDayTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";

export type AppointmentNews = {
  kind: "appointment_booked" | "appointment_moved" | "appointment_cancelled";
  startsAt: Instant;
  timezone: string;
  /** Null where the clinic was removed meanwhile. */
  clinicName: string | null;
};

const titles: Record<AppointmentNews["kind"], string> = {
  appointment_booked: "Appointment booked",
  appointment_moved: "Appointment moved",
  appointment_cancelled: "Appointment cancelled",
};

/**
 * The words of a message about an appointment. They may travel to a lock screen, so they say when
 * and where, in clinic time, and never why.
 */
export function wordNews(news: AppointmentNews, withWhom: string): { title: string; body: string } {
  const when = formatDayTime(news.startsAt, news.timezone);
  const zone = zoneName(news.timezone, news.startsAt);
  return {
    title: titles[news.kind],
    body: `${when}, ${zone}. ${[withWhom, news.clinicName].filter(Boolean).join(", ")}`,
  };
}

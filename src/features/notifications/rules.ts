import { formatDayTime, formatDuration, formatTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";

export type AppointmentNews = {
  kind: keyof typeof titles;
  /** When it is; of a move the new time. */
  startsAt: Instant;
  timezone: string;
  /** Null where the clinic was removed meanwhile. */
  clinicName: string | null;
  /** The other time that is or was proposed. */
  proposedAt?: Instant;
  /** How late the doctor runs; 0 is back on time. */
  delayMinutes?: number;
};

const titles = {
  appointment_booked: "Appointment booked",
  appointment_moved: "Appointment moved",
  appointment_cancelled: "Appointment cancelled",
  appointment_confirmed: "Appointment confirmed",
  appointment_delayed: "Back on time",
  appointment_proposed: "Another time is proposed",
  proposal_declined: "Proposed time declined",
  proposal_withdrawn: "Proposed time taken back",
  visit_no_show: "Appointment missed",
  appointment_looked_at: "Your appointment is being looked at",
  appointment_stands: "Your appointment takes place",
} as const;

type Words = { title: string; body: string };

/**
 * The words of a message about an appointment. They may travel to a lock screen, so they say when
 * and where, in clinic time, and never why.
 */
export function wordNews(news: AppointmentNews, withWhom: string): Words {
  const { kind, startsAt, timezone, clinicName, delayMinutes = 0 } = news;
  const isLate = delayMinutes > 0;
  const zone = zoneName(timezone, startsAt);
  const where = [withWhom, clinicName].filter(Boolean).join(", ");
  return {
    title: isLate ? `About ${formatDuration(delayMinutes)} late` : titles[kind],
    body: `${whenOf(news)}, ${zone}. ${where}`,
  };
}

function whenOf(news: AppointmentNews): string {
  const { kind, startsAt, timezone, proposedAt, delayMinutes = 0 } = news;
  const when = formatDayTime(startsAt, timezone);
  const proposed = proposedAt && formatDayTime(proposedAt, timezone);
  if (proposed && kind === "appointment_proposed") return `${proposed} instead of ${when}`;
  const isOff = kind === "proposal_declined" || kind === "proposal_withdrawn";
  if (proposed && isOff) return `It stays ${when}, not ${proposed}`;
  if (kind === "appointment_looked_at") return `It stands until you hear from us: ${when}`;
  if (kind === "appointment_stands") return `As planned: ${when}`;
  if (delayMinutes === 0) return when;
  const expected = formatTime(startsAt.add({ minutes: delayMinutes }), timezone);
  return `Expected ${expected} instead of ${when}`;
}

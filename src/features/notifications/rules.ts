import { formatDayTime, formatDuration, formatTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";

export type AppointmentNews = {
  kind: keyof typeof titles;
  /** When it is; of a move and an accepted proposal the new time. */
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
  appointment_delayed: "Your doctor is running late",
  appointment_proposed: "Another time is proposed",
  proposal_accepted: "Proposed time accepted",
  proposal_declined: "Proposed time declined",
  visit_no_show: "Appointment missed",
} as const;

type Words = { title: string; body: string };

/**
 * The words of a message about an appointment. They may travel to a lock screen, so they say when
 * and where, in clinic time, and never why.
 */
export function wordNews(news: AppointmentNews, withWhom: string): Words {
  const { kind, startsAt, timezone, clinicName, delayMinutes } = news;
  const zone = zoneName(timezone, startsAt);
  const where = [withWhom, clinicName].filter(Boolean).join(", ");
  return {
    title: kind === "appointment_delayed" && delayMinutes === 0 ? "Back on time" : titles[kind],
    body: `${whenOf(news)}, ${zone}. ${where}`,
  };
}

function whenOf(news: AppointmentNews): string {
  const { kind, startsAt, timezone, proposedAt, delayMinutes = 0 } = news;
  const when = formatDayTime(startsAt, timezone);
  if (kind === "appointment_proposed" && proposedAt)
    return `${formatDayTime(proposedAt, timezone)} instead of ${when}; until you answer, the old time stands`;
  if (kind === "proposal_declined" && proposedAt)
    return `${formatDayTime(proposedAt, timezone)} was declined; it stays ${when}`;
  if (delayMinutes > 0) {
    const expected = formatTime(startsAt.add({ minutes: delayMinutes }), timezone);
    return `About ${formatDuration(delayMinutes)} later than booked: expected ${expected} instead of ${when}`;
  }
  return when;
}

/** What a patient is told when a doctor has answered their review of a visit. */
export function wordReviewAnswered(doctorName: string): Words {
  return { title: "Your review was answered", body: `${doctorName} has answered your review.` };
}

/** What a doctor is told when their application has been handed in. */
export function wordApplicationReceived(): Words {
  return {
    title: "Application received",
    body: "We check your licence and documents, and write to you here as soon as we have.",
  };
}

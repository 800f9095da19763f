import { type Refusal, refuse } from "@/lib/refusal";
import { formatDate } from "@/lib/time/format";
import { dayNumberOf } from "@/lib/time/wall";

/** So many days before a licence ends its doctor is asked for the renewal; 0: it has ended. */
export const noticeDays = [60, 30, 7, 0] as const;
export type NoticeDays = (typeof noticeDays)[number];

/** Whole days until a licence's last day, which counts: 0 on it, negative after. Dates as "YYYY-MM-DD". */
export function daysLeft(expiresOn: string, today: string): number {
  return dayNumberOf(expiresOn) - dayNumberOf(today);
}

export const standings = ["suspended", "ended", "ending", "holds", "endless"] as const;
export type Standing = (typeof standings)[number];

/** Where a verified doctor's licence stands; "ending" is when they are asked for the renewal. */
export function standingOf(
  { expiresOn, isSuspended }: { expiresOn: string | null; isSuspended: boolean },
  today: string,
): Standing {
  if (isSuspended) return "suspended";
  if (expiresOn === null) return "endless";
  const days = daysLeft(expiresOn, today);
  if (days < 0) return "ended";
  return days <= noticeDays[0] ? "ending" : "holds";
}

/** A renewal that does not last longer is none: refuses INVALID_INPUT at `expiresOn`. */
export function refuseRenewalDay(
  expiresOn: string,
  present: string | null,
  today: string,
): Refusal | null {
  const isLater = expiresOn > today && (present === null || expiresOn > present);
  return isLater ? null : refuse("INVALID_INPUT", { fields: { expiresOn: "renewalExpiry" } });
}

type Words = { title: string; body: string };

const handIn = "Hand in the renewal under Your practice, Licence.";

/** What a doctor reads of a licence's end; `open` appointments lie after it. */
export function wordNotice(daysBefore: NoticeDays, expiresOn: string, open: number): Words {
  const day = formatDate(expiresOn);
  if (daysBefore === 0)
    return {
      title: "Your licence has ended",
      body: `It held until ${day}. Patients no longer find you and can’t book. ${openAfterEnd(open)}${handIn}`,
    };
  return {
    title: "Your licence ends soon",
    body: `It holds until ${day}; patients can’t book visits after that. ${handIn}`,
  };
}

function openAfterEnd(open: number): string {
  if (open === 0) return "";
  const many = open === 1 ? "1 appointment" : `${open} appointments`;
  return `We look at ${many} ahead and tell you what becomes of each. `;
}

/** What a doctor reads of a suspension or of its end, with the reason, by where the licence stands now. */
export function wordSuspension(standing: Standing, reason: string): Words {
  if (standing === "suspended")
    return {
      title: "Your licence is suspended here",
      body: `Patients no longer find you and can’t book. We look at the appointments ahead. Reason: ${reason}`,
    };
  const effect =
    standing === "ended"
      ? `But your licence has ended, so patients can’t find or book you yet. ${handIn}`
      : "Patients can find and book you again.";
  return { title: "Your suspension has ended", body: `${effect} Reason: ${reason}` };
}

export const handedInWords: Words = {
  title: "Renewal handed in",
  body: "We check your new licence and write to you here.",
};

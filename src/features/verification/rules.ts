import { type Refusal, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { SecondReviewer, Verdict } from "./form-schema";
import { mayConfirm, mayDecideAbout } from "./policy";

export type SubjectKind = "doctor" | "renewal" | "pharmacy";

/** What a decision is about, as the database has it. */
export type SubjectFacts = {
  revision: number;
  /** Whether it stands to be decided, and whether the last word about it was a decision. */
  isWaiting: boolean;
  isDecided: boolean;
  /** Whose it is: users who may not decide. */
  owners: readonly string[];
  country: string | null;
  /** "YYYY-MM-DD" of the licence that is looked at. */
  licenseExpiresOn: string | null;
};

export type OpenDecision = {
  verdict: Verdict;
  reviewedRevision: number;
  decidedBy: string | null;
};

/** Whether an open decision rests on what is not so any more. */
export function isStale(open: OpenDecision, subject: Pick<SubjectFacts, "revision">): boolean {
  return open.reviewedRevision !== subject.revision;
}

type Asked = { verdict: Verdict; expectedRevision: number; userId: string; today: string };

/**
 * Whether a decision may be made: OWN_APPLICATION; ALREADY_DECIDED where somebody else was faster;
 * CHANGED_MEANWHILE where it is not what was on the screen; LICENCE_EXPIRED. `today` is "YYYY-MM-DD".
 */
export function refuseDecision(
  subject: SubjectFacts,
  open: OpenDecision | null,
  { verdict, expectedRevision, userId, today }: Asked,
): Refusal | null {
  if (!mayDecideAbout(userId, subject)) return refuse("OWN_APPLICATION");
  if (open && !isStale(open, subject)) return refuse("ALREADY_DECIDED");
  if (!subject.isWaiting)
    return refuse(subject.isDecided ? "ALREADY_DECIDED" : "CHANGED_MEANWHILE");
  if (subject.revision !== expectedRevision) return refuse("CHANGED_MEANWHILE");
  return refuseExpired(verdict, subject, today);
}

/**
 * Whether a second person may confirm: OWN_APPLICATION; NOT_ALLOWED to the first person;
 * CHANGED_MEANWHILE where it changed since the first look; LICENCE_EXPIRED.
 */
export function refuseConfirming(
  subject: SubjectFacts,
  open: OpenDecision,
  { userId, today }: Pick<Asked, "userId" | "today">,
): Refusal | null {
  if (!mayDecideAbout(userId, subject)) return refuse("OWN_APPLICATION");
  if (!mayConfirm(userId, open)) return refuse("NOT_ALLOWED");
  if (isStale(open, subject) || !subject.isWaiting) return refuse("CHANGED_MEANWHILE");
  return refuseExpired(open.verdict, subject, today);
}

function refuseExpired(verdict: Verdict, { licenseExpiresOn }: SubjectFacts, today: string) {
  const isExpired = licenseExpiresOn !== null && licenseExpiresOn < today;
  return verdict === "verify" && isExpired ? refuse("LICENCE_EXPIRED") : null;
}

export type Settings = { secondReviewer: SecondReviewer; countries: readonly string[] };

/** Whether a decision about a licence of this country takes two people; one of no known country does where any does. */
export function needsSecond({ secondReviewer, countries }: Settings, country: string | null) {
  if (secondReviewer !== "countries") return secondReviewer === "always";
  return country === null || countries.includes(country);
}

/** Full days that somebody has been waiting. */
export function daysWaiting(since: Instant, now: Instant): number {
  return Math.max(0, Math.floor(now.since(since).total("hours") / 24));
}

/** Within so many days people expect to hear from us. */
export const promisedDays = 3;

/** One line of what a reviewer has before them. `key` stays the same while its value changes. */
export type ClaimLine = { key: string; label: string; value: string };
export type Difference = { key: string; label: string; before: string; after: string };

/** What differs between two looks at one claim, in the order of the page; a line that is gone or new has "". */
export function differencesOf(
  before: readonly ClaimLine[],
  after: readonly ClaimLine[],
): Difference[] {
  const valueIn = (lines: readonly ClaimLine[], key: string) =>
    lines.find((line) => line.key === key)?.value ?? "";
  const gone = before.filter(({ key }) => after.every((line) => line.key !== key));
  return [...after, ...gone]
    .map(({ key, label }) => ({
      key,
      label,
      before: valueIn(before, key),
      after: valueIn(after, key),
    }))
    .filter((line) => line.before !== line.after);
}

type Words = { title: string; body: string };

/**
 * The words in which somebody hears of a decision. They may travel to a lock screen, so they say
 * that there is one and where to read it.
 */
export function wordOutcome(kind: SubjectKind, verdict: Verdict, name: string): Words {
  return outcomes[kind][verdict](name);
}

const toApplication = "Open your application to read what it is.";
const outcomes: Record<SubjectKind, Record<Verdict, (name: string) => Words>> = {
  doctor: {
    verify: () => ({
      title: "Your licence is checked",
      body: "Patients find you from now on, at each clinic where you have hours and booking is on.",
    }),
    ask: () => ({ title: "Your application needs something more", body: toApplication }),
    reject: () => ({
      title: "Your application was not accepted",
      body: "Open your application to read why, and what you can do.",
    }),
  },
  renewal: {
    verify: () => ({
      title: "Your renewed licence is checked",
      body: "Patients can book up to its new last day.",
    }),
    ask: () => ({
      title: "Your renewal needs something more",
      body: "Open your licence to read what it is.",
    }),
    reject: () => ({
      title: "Your renewal was not accepted",
      body: "Open your licence to read why, and hand it in again.",
    }),
  },
  pharmacy: {
    verify: (name) => ({
      title: "Your pharmacy is checked",
      body: `${name} can be found from now on.`,
    }),
    ask: (name) => ({
      title: "Your pharmacy needs something more",
      body: `We could not check ${name} yet. Write to support to add what is missing.`,
    }),
    reject: (name) => ({
      title: "Your pharmacy was not accepted",
      body: `${name} is not listed. Write to support if you think that is a mistake.`,
    }),
  },
};

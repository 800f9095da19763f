import { type Refusal, refuse } from "@/lib/refusal";
import type { Tally } from "./ports/limits";

export type LimitName =
  | "anonymous"
  | "signedIn"
  | "writes"
  | "administrator"
  | "pages"
  | "signIn"
  | "signInTries"
  | "signedInOften";
export type Limit = { name: LimitName; most: number; seconds: number };

const minute = 60;
const hour = 60 * minute;

/** How much anyone may ask for in how many seconds; the settings may say other numbers. */
const usual: Record<LimitName, Omit<Limit, "name">> = {
  anonymous: { most: 60, seconds: minute },
  signedIn: { most: 1_000, seconds: hour },
  writes: { most: 100, seconds: hour },
  administrator: { most: 5_000, seconds: hour },
  // Whole pages: a visit fetches ahead what its links lead to.
  pages: { most: 600, seconds: minute },
  // Refused tries of an address or an account.
  signIn: { most: 5, seconds: 5 * minute },
  // All tries of an address, where many people may sit behind one: what looking at tokens may cost.
  signInTries: { most: 60, seconds: minute },
  // Successes of an account.
  signedInOften: { most: 30, seconds: hour },
};

/** Where only tests ask, each of which comes from the same address, so much more is let through. */
const underTest = 10_000;

/** A limit as the settings have it. */
export function limitOf(
  name: LimitName,
  settings: { RATE_LIMITS: Partial<Record<LimitName, number | undefined>>; MEDICO24_MODE: string },
): Limit {
  const { most, seconds } = usual[name];
  const factor = settings.MEDICO24_MODE === "test" ? underTest : 1;
  return { name, seconds, most: settings.RATE_LIMITS[name] ?? most * factor };
}

/** How much of a limit was spent, the request in question included. */
export type Spent = { limit: Limit; tally: Tally };

/** What the limits say to one request: refused or not, and what every answer tells about them. */
export type Verdict = { refusal: Refusal | null; headers: Record<string, string> };

/** Refused where anything is overspent, until the last of that is free again. */
export function judge(spent: readonly Spent[]): Verdict {
  const waits = spent.filter(isOverspent).map(({ tally }) => secondsOf(tally));
  const headers = {
    "RateLimit-Policy": spent.map(({ limit }) => policyOf(limit)).join(", "),
    RateLimit: spent.map(standingOf).join(", "),
  };
  if (waits.length === 0) return { refusal: null, headers };
  const seconds = Math.max(...waits);
  return {
    refusal: refuse("TOO_MANY_REQUESTS", { params: { seconds, minutes: minutesOf(seconds) } }),
    headers: { ...headers, "Retry-After": String(seconds) },
  };
}

export function isOverspent({ limit, tally }: Spent): boolean {
  return tally.spent > limit.most;
}

function secondsOf({ msLeft }: Tally): number {
  return Math.max(1, Math.ceil(msLeft / 1_000));
}

/** Whole minutes for the sentence; 0 where seconds say it better. */
function minutesOf(seconds: number): number {
  return seconds < 2 * minute ? 0 : Math.ceil(seconds / minute);
}

// As the draft "RateLimit header fields for HTTP" of the IETF has them: r is left, t seconds away.
function policyOf({ name, most, seconds }: Limit): string {
  return `"${name}";q=${most};w=${seconds}`;
}

function standingOf({ limit, tally }: Spent): string {
  return `"${limit.name}";r=${Math.max(limit.most - tally.spent, 0)};t=${secondsOf(tally)}`;
}

import { Temporal } from "temporal-polyfill";
import { type Refusal, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { PlainDate } from "@/lib/time/plain-date";

/** A session cookie is renewed once it is this old. */
export const renewAfter = { minutes: 15 } as const;
/** Requests sent together may all carry the old secret; for this long that is no theft. */
const parallelWithin = { seconds: 60 } as const;

export type TokenFacts = { isRevoked: boolean; expiresAt: Instant; rotatedAt: Instant | null };

/**
 * What to do about a secret that is due for renewal. "stolen": it was renewed a while ago, so two
 * parties hold this session, and none of them may keep it.
 */
export function judgeToken(
  token: TokenFacts,
  at: Instant,
): "renew" | "parallel" | "stolen" | "ended" {
  if (token.isRevoked) return "ended";
  if (!token.rotatedAt)
    return Temporal.Instant.compare(token.expiresAt, at) > 0 ? "renew" : "ended";
  const parallelUntil = token.rotatedAt.add(parallelWithin);
  return Temporal.Instant.compare(at, parallelUntil) <= 0 ? "parallel" : "stolen";
}

/** True once a cookie whose secret was made at `rotatedAt` (epoch ms) has to be renewed. */
export function isRenewalDue(rotatedAt: number, at: Instant): boolean {
  const dueAt = Temporal.Instant.fromEpochMilliseconds(rotatedAt).add(renewAfter);
  return Temporal.Instant.compare(at, dueAt) >= 0;
}

const longestWait = 300;

/**
 * How many seconds a sign-in form waits after so many wrong passwords in a row: not after the first,
 * which is mostly a slip, then 2, and each time twice as long, up to five minutes.
 */
export function waitAfter(failures: number): number {
  return failures < 2 ? 0 : Math.min(2 ** (failures - 1), longestWait);
}

/** The latest date that is today anywhere on Earth. */
export function latestToday(now: Instant): PlainDate {
  return now.toZonedDateTimeISO("Pacific/Kiritimati").toPlainDate();
}

/** Refuses a date of birth that is in the future everywhere. */
export function judgeBirthDate(date: PlainDate, now: Instant): Refusal | null {
  return Temporal.PlainDate.compare(date, latestToday(now)) > 0
    ? refuse("INVALID_INPUT", { fields: { dateOfBirth: "birthDate" } })
    : null;
}

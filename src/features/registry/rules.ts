import { type Point, parsePoint } from "@/lib/geo";
import { type Refusal, refuse } from "@/lib/refusal";
import { isZone } from "@/lib/time/zone";
import type { ClinicAnswers } from "./schema";
import type { ClinicStatus, MergedFact } from "./schema-names";

/** A point as it stands in the form and in the record: "41.8833, -87.6278", no finer than is stored. */
export function writePosition({ latitude, longitude }: Point): string {
  return [latitude, longitude].map((degrees) => String(Number(degrees.toFixed(8)))).join(", ");
}

/** The same point written in one way; what is none stays as it is. */
export function samePosition(typed: string): string {
  const point = parsePoint(typed);
  return point ? writePosition(point) : typed;
}

export type Change = { before: Record<string, unknown>; after: Record<string, unknown> };

/** What of some facts becomes another; null where all stays. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change | null {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const of = (facts: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
  return names.length > 0 ? { before: of(before), after: of(after) } : null;
}

type Standing = { status: ClinicStatus; revision: number };

/**
 * Whether a clinic may be edited as somebody saw it. Refuses NOT_FOUND for a merged one and
 * CHANGED_MEANWHILE for one that has been saved since.
 */
export function refuseEdit(clinic: Standing | null, expectedRevision: number): Refusal | null {
  if (!clinic || clinic.status === "merged") return refuse("NOT_FOUND");
  return clinic.revision === expectedRevision ? null : refuse("CHANGED_MEANWHILE");
}

type Mergeable = Standing & { id: string; timezone: string; currency: string };

/**
 * Whether one clinic may go into another. Refuses MERGE_NOT_POSSIBLE for the same one, for one that
 * has gone already, into a proposal or one that is more closed, and where clocks or money differ:
 * hours and fees would silently mean something else. CHANGED_MEANWHILE where either is not as somebody saw it.
 */
export function refuseMerge(
  goes: Mergeable,
  stays: Mergeable,
  expected: { goesRevision: number; staysRevision: number },
): Refusal | null {
  const isStale =
    goes.revision !== expected.goesRevision || stays.revision !== expected.staysRevision;
  if (isStale) return refuse("CHANGED_MEANWHILE");
  return canMerge(goes, stays) ? null : refuse("MERGE_NOT_POSSIBLE");
}

/** What is open, or about to be, does not end up in what is closed. */
const closedness: Record<Exclude<ClinicStatus, "merged">, number> = {
  proposed: 0,
  active: 0,
  temporarily_closed: 1,
  permanently_closed: 2,
  inactive: 3,
};

/** The same for a page that shows two clinics beside each other. */
export function canMerge(
  goes: Omit<Mergeable, "revision">,
  stays: Omit<Mergeable, "revision">,
): boolean {
  return (
    goes.id !== stays.id &&
    goes.status !== "merged" &&
    stays.status !== "merged" &&
    stays.status !== "proposed" &&
    closedness[stays.status] <= closedness[goes.status] &&
    goes.timezone === stays.timezone &&
    goes.currency === stays.currency
  );
}

/** Refuses INVALID_INPUT at its field for what is no time zone. */
export function refuseZone({ timezone }: { timezone: string }): Refusal | null {
  return isZone(timezone) ? null : refuse("INVALID_INPUT", { fields: { timezone: "choose" } });
}

const factsOf: Record<MergedFact, readonly (keyof ClinicAnswers)[]> = {
  name: ["name"],
  description: ["description"],
  contacts: ["phone", "email", "website"],
  place: ["address", "city", "country", "position"],
  hours: ["hours"],
  services: ["services"],
  amenities: ["amenities"],
  insurance: ["insurance"],
};

/** The facts of the clinic that stays, with those that are taken from the other. */
export function takeFacts(
  stays: ClinicAnswers,
  goes: ClinicAnswers,
  take: readonly MergedFact[],
): ClinicAnswers {
  const taken = take.flatMap((fact) => factsOf[fact]).map((key) => [key, goes[key]] as const);
  return { ...stays, ...Object.fromEntries(taken) };
}

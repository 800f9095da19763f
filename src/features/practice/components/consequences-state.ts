import type { Affected } from "../queries/preview-change";
import type { DecisionInput } from "../schema";

export type Choice = DecisionInput["choice"];

/** What a person has chosen for one appointment so far. */
export type Chosen = { choice: Choice; startsAt?: string };
export type Chosens = Readonly<Record<string, Chosen>>;

/** Whether a choice can be made for an appointment at all. */
export function canChoose(one: Affected, choice: Choice): boolean {
  if (choice === "keep") return one.mayKeep;
  return choice !== "propose" || one.nearest.length > 0;
}

/** A choice; a proposal with the nearest time that no other of these is proposed yet. */
export function chosen(one: Affected, choice: Choice, before: Chosens): Chosen {
  if (choice !== "propose") return { choice };
  const { [one.appointmentId]: _own, ...others } = before;
  const taken = new Set(Object.values(others).map(({ startsAt }) => startsAt));
  const distance = (text: string) => Math.abs(Date.parse(text) - Date.parse(one.startsAt));
  const nearest = one.nearest.toSorted((a, b) => distance(a) - distance(b));
  const free = nearest.find((text) => !taken.has(text));
  return { choice, startsAt: free ?? one.suggested ?? "" };
}

/** The same for all for whom it is possible; the others stay as they were. */
export function chooseForAll(all: readonly Affected[], before: Chosens, choice: Choice): Chosens {
  if (choice !== "propose") {
    const after = all
      .filter((one) => canChoose(one, choice))
      .map((one) => [one.appointmentId, { choice }] as const);
    return { ...before, ...Object.fromEntries(after) };
  }
  // What the server suggests is such that all of them can say yes.
  const after = all.flatMap((one) =>
    one.suggested ? [[one.appointmentId, { choice, startsAt: one.suggested }] as const] : [],
  );
  return { ...before, ...Object.fromEntries(after) };
}

/** The choices that still can be made, after another look at who is affected and what is free. */
export function stillPossible(all: readonly Affected[], before: Chosens, gone?: string): Chosens {
  const kept = all.flatMap((one) => {
    const had = before[one.appointmentId];
    if (!had || !canChoose(one, had.choice)) return [];
    if (had.choice !== "propose") return [[one.appointmentId, had] as const];
    const isFree = gone !== one.appointmentId && one.nearest.includes(had.startsAt ?? "");
    return [[one.appointmentId, isFree ? had : { ...had, startsAt: "" }] as const];
  });
  return Object.fromEntries(kept);
}

export function isDecided(one: Affected, { [one.appointmentId]: had }: Chosens): boolean {
  return had !== undefined && (had.choice !== "propose" || Boolean(had.startsAt));
}

export function countOf(all: readonly Affected[], chosens: Chosens, choice: Choice): number {
  return all.filter(
    (one) => isDecided(one, chosens) && chosens[one.appointmentId]?.choice === choice,
  ).length;
}

/** What the server is told. */
export function decisionsOf(
  all: readonly Affected[],
  chosens: Chosens,
  reason: string,
): DecisionInput[] {
  return all.flatMap(({ appointmentId }) => {
    const had = chosens[appointmentId];
    if (!had) return [];
    return [{ appointmentId, ...had, ...(had.choice !== "keep" && { reason }) }];
  });
}

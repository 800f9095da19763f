import type { AgendaVisit } from "./agenda-types";

export type News = { kind: "new" | "moved" | "gone" | "changed"; visit: AgendaVisit };

/**
 * What someone who saw `before` should be told about `after`: one piece for each appointment, by its
 * start. Compare the same days, or whatever comes into view would be news.
 */
export function newsOf(before: readonly AgendaVisit[], after: readonly AgendaVisit[]): News[] {
  const was = new Map(before.map((visit) => [visit.id, visit]));
  const is = new Set(after.map(({ id }) => id));
  const gone = before
    .filter(({ id }) => !is.has(id))
    .map((visit): News => ({ kind: "gone", visit }));
  const others = after.flatMap((visit): News[] => {
    const old = was.get(visit.id);
    if (!old) return [{ kind: "new", visit }];
    if (old.startsAt !== visit.startsAt) return [{ kind: "moved", visit }];
    return looksOf(old) === looksOf(visit) ? [] : [{ kind: "changed", visit }];
  });
  return [...gone, ...others].sort((a, b) => a.visit.startsAt.localeCompare(b.visit.startsAt));
}

/** What the agenda shows of a visit; words written during one change its revision, but not this. */
function looksOf({ status, delayMinutes, hasOpenProposal }: AgendaVisit): string {
  return `${status} ${delayMinutes} ${hasOpenProposal}`;
}

import type { Cursor } from "./cursor";

/** Epoch milliseconds after every instant there is; a cursor has numbers only. */
export const NEVER_FREE = 8.64e15;

type Candidate = { id: string; keys: readonly [number | string, number] };

/**
 * Orders doctors by their first free time, those without one (NEVER_FREE) last; of several free at
 * once in the order of their first key (nearest or best rated). Gives the page after the cursor, and
 * the cursor of the next one if there is more.
 */
export function pageBySoonest<Doctor extends Candidate>(
  candidates: readonly Doctor[],
  firstFreeMs: (doctor: Doctor) => number,
  { after, limit }: { after?: Cursor | undefined; limit: number },
): { page: Doctor[]; next: Cursor | null } {
  const ranked = candidates
    .map((doctor) => ({
      doctor,
      id: doctor.id,
      keys: [firstFreeMs(doctor), Number(doctor.keys[0])] as const,
    }))
    .filter((one) => !after || compare(one, after) > 0)
    .sort(compare);
  const shown = ranked.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = last !== undefined && ranked.length > limit;
  return {
    page: shown.map(({ doctor }) => doctor),
    next: hasMore ? { sort: "soonest", keys: [...last.keys], id: last.id } : null,
  };
}

function compare(a: Candidate, b: Candidate): number {
  const byKeys = Number(a.keys[0]) - Number(b.keys[0]) || a.keys[1] - b.keys[1];
  return byKeys || (a.id < b.id ? -1 : Number(a.id > b.id));
}

import { createHash } from "node:crypto";

/** Random choices that are the same whenever the same words are given. */
export type Random = ReturnType<typeof random>;

/** A stream of its own per purpose, so that a change to one part of the world leaves the others. */
export function random(purpose: string) {
  let state = createHash("sha256").update(purpose).digest().readUInt32LE(0);
  // mulberry32: small, and good enough to make a world look unplanned.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number, both ends included. */
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const chance = (share: number) => next() < share;
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error(`Nothing to pick from (${purpose}).`);
    return item;
  }
  function shuffle<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }
  const some = <Item>(items: readonly Item[], min: number, max: number) =>
    shuffle(items).slice(0, int(min, max));
  return { next, int, chance, pick, shuffle, some };
}

/** A UUID that belongs to a name: the same row has the same id in every demo. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(`medico24 demo: ${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

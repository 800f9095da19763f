import { randomUUID } from "node:crypto";
import { slugOf } from "@/lib/slug";
import type { Db } from "@/server/db";
import type { Kind } from "./kinds";
import { findTakenSlugs } from "./store";

const widestLook = 4096;

/**
 * Gives addresses that nobody has, had, or got in the same import: "lindenhof", then "lindenhof-2".
 * Asks for many at once, and for more of one name the more of them are taken.
 */
export class SlugBook {
  readonly #db: Db;
  readonly #kind: Kind;
  readonly #asked = new Set<string>();
  readonly #taken = new Set<string>();
  /** The next number to try of a name. */
  readonly #next = new Map<string, number>();

  constructor(db: Db, kind: Kind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** Keeps an address that a row names itself; false where another row has got it already. */
  reserve(slug: string): boolean {
    if (this.#asked.has(slug) && this.#taken.has(slug)) return false;
    this.#asked.add(slug);
    this.#taken.add(slug);
    return true;
  }

  /** One for each name, in their order. */
  async assign(names: readonly string[]): Promise<string[]> {
    const bases = names.map((name) => slugOf(name).slice(0, 200).replace(/-$/, ""));
    const slugs = new Map<number, string>();
    for (let width = 1; slugs.size < bases.length; width = Math.min(width * 8, widestLook)) {
      const open = bases.flatMap((base, at) => (slugs.has(at) ? [] : [{ base, at }]));
      await this.#ask([...new Set(open.map(({ base }) => base))], width);
      for (const { base, at } of open) {
        const slug = this.#take(base);
        if (slug) slugs.set(at, slug);
      }
    }
    return bases.map((_, at) => slugs.get(at) ?? "");
  }

  async #ask(bases: readonly string[], width: number): Promise<void> {
    const wanted = bases.flatMap((base) => {
      const from = this.#next.get(base) ?? 1;
      return Array.from({ length: width }, (_, offset) => numbered(base, from + offset));
    });
    const unknown = wanted.filter((slug) => !this.#asked.has(slug));
    if (unknown.length === 0) return;
    for (const { slug } of await findTakenSlugs(this.#db, this.#kind, unknown))
      this.#taken.add(slug);
    for (const slug of unknown) this.#asked.add(slug);
  }

  /** The first free one among those asked about. */
  #take(base: string): string | null {
    // A name in another script leaves nothing to write in an address.
    if (base === "") return randomUUID();
    for (let count = this.#next.get(base) ?? 1; ; count++) {
      const slug = numbered(base, count);
      this.#next.set(base, count);
      if (!this.#asked.has(slug)) return null;
      if (this.#taken.has(slug)) continue;
      this.#taken.add(slug);
      this.#next.set(base, count + 1);
      return slug;
    }
  }
}

const numbered = (base: string, count: number) => (count === 1 ? base : `${base}-${count}`);

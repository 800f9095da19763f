import { createHash } from "node:crypto";

/** A link as it is stored, with what its entry says; null where the entry is gone. */
export type Link = { position: number; entryId: string; hash: Uint8Array; words: string | null };

/** The end of the chain so far: nothing, or a link. */
export type ChainEnd = { position: number; hash: Uint8Array };

export const chainBeginning: ChainEnd = { position: 0, hash: new Uint8Array(32) };

/** Where the log is not as it was written. Positions count from 1. */
export type Break =
  /** The entry says something else than when it was chained. */
  | { kind: "edited"; position: number; entryId: string }
  /** The entry is as it was, and its link is not. */
  | { kind: "relinked"; position: number; entryId: string }
  /** A sound link and entry that stand elsewhere than behind the one they were chained to. */
  | { kind: "moved"; position: number; entryId: string; belongsAt: number }
  /** The link is there and the entry is not. */
  | { kind: "removed"; position: number; entryId: string }
  | { kind: "linksRemoved"; from: number; to: number }
  /** The entry is there and no link leads to it. */
  | { kind: "inserted"; entryId: string; at: string; action: string }
  /** A link before the first one, where no chain leads. */
  | { kind: "beforeFirst"; position: number; entryId: string }
  /** The head knows of later links than there are. */
  | { kind: "cutOff"; from: number; to: number }
  /** There are later links than the head knows of. */
  | { kind: "beyondHead"; from: number; to: number }
  | { kind: "headChanged" }
  | { kind: "headMissing" };

export const hexOf = (hash: Uint8Array) => Buffer.from(hash).toString("hex");

/** The hash of a link: of the hash before it and of what its entry says. */
export function hashAfter(before: Uint8Array, words: string): Uint8Array {
  return createHash("sha256").update(before).update(words, "utf8").digest();
}

const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

/**
 * Follows a chain link by link, in the order of positions, and says where it is broken. Each link is
 * held against the stored hash before it, so that one change is one break.
 */
export class ChainCheck {
  #end: ChainEnd;
  /** The last link, if it did not fit: what comes next tells whether the entry or the link was changed. */
  #doubt: { position: number; entryId: string; computed: Uint8Array } | null = null;
  readonly #report: (found: Break) => void;

  constructor(start: ChainEnd, report: (found: Break) => void) {
    this.#end = start;
    this.#report = report;
  }

  take({ position, entryId, hash, words }: Link): void {
    const { position: before, hash: hashBefore } = this.#end;
    const isNext = position === before + 1;
    if (!isNext) {
      this.#settle();
      this.#report({ kind: "linksRemoved", from: before + 1, to: position - 1 });
    }
    if (words === null) {
      this.#settle();
      this.#report({ kind: "removed", position, entryId });
    } else if (isNext) this.#hold(hash, words, { position, entryId, hashBefore });
    this.#end = { position, hash };
  }

  /** What the head says must be where the links end. */
  finish(head: ChainEnd | null): void {
    const { position, hash } = this.#end;
    if (!head) this.#report({ kind: "headMissing" });
    const isRelinked =
      head?.position === position && this.#doubt && isSame(this.#doubt.computed, head.hash);
    this.#settle(isRelinked ? "relinked" : "edited");
    if (!head || isRelinked) return;
    if (head.position > position)
      this.#report({ kind: "cutOff", from: position + 1, to: head.position });
    else if (head.position === position && !isSame(head.hash, hash))
      this.#report({ kind: "headChanged" });
  }

  #hold(
    hash: Uint8Array,
    words: string,
    link: { position: number; entryId: string; hashBefore: Uint8Array },
  ): void {
    const computed = hashAfter(link.hashBefore, words);
    if (isSame(computed, hash)) this.#settle();
    else if (this.#doubt && isSame(hashAfter(this.#doubt.computed, words), hash))
      this.#settle("relinked");
    else {
      this.#settle();
      this.#doubt = { position: link.position, entryId: link.entryId, computed };
    }
  }

  #settle(kind: "edited" | "relinked" = "edited"): void {
    if (!this.#doubt) return;
    const { position, entryId } = this.#doubt;
    this.#report({ kind, position, entryId });
    this.#doubt = null;
  }
}

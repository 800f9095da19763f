import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { type Break, ChainCheck, chainBeginning, hexOf } from "../chain";
import {
  countIdsAfterLast,
  findBefore,
  listBeforeFirst,
  listLinks,
  listUnlinked,
  type ReadLink,
  readEnds,
} from "../chain-store";

export type Verified = {
  links: number;
  breaks: number;
  /** When the first and the last entry of the chain were made. */
  first: Instant | null;
  last: Instant | null;
  /** The hash at which the chain ends, in hexadecimal; null where nothing says so. */
  head: string | null;
  /** So many ids were given out after that of the last entry, to what was rolled back or cut off. */
  idsAfterLast: number;
  /** Where the expected hash stands; null if it does not, or none was expected. */
  expectedAt: number | null;
};

const pageSize = 2_000;
/** To find where a link belongs, the chain is read from end to end, so that is done only so often. */
const mostSearches = 20;

/**
 * Checks the whole log against its chain, as it stood when asked; reads it in pages. Each break is
 * told as it is found.
 * @param expected a hash that was the chain's end at some time, in hexadecimal.
 */
export async function verifyLog(
  db: Db,
  report: (found: Break) => void,
  expected: string | null = null,
): Promise<Verified> {
  const { head, lastPosition } = await readEnds(db);
  const result: Verified = { ...nothing, head: head && hexOf(head.hash) };
  if (expected === hexOf(chainBeginning.hash)) result.expectedAt = 0;
  const found: Break[] = [];
  const check = new ChainCheck(chainBeginning, (one) => found.push(one));
  const tell = async () => {
    for (const one of found.splice(0)) {
      result.breaks += 1;
      report(result.breaks <= mostSearches ? await orMoved(db, one) : one);
    }
  };
  for (const link of await listBeforeFirst(db, pageSize))
    found.push({ kind: "beforeFirst", ...link });
  await tell();
  for await (const link of linksUpTo(db, head?.position ?? lastPosition)) {
    check.take(link);
    result.links += 1;
    result.first ??= link.at;
    result.last = link.at ?? result.last;
    if (hexOf(link.hash) === expected) result.expectedAt = link.position;
    if (found.length > 0) await tell();
  }
  check.finish(head);
  if (head && lastPosition > head.position)
    found.push({ kind: "beyondHead", from: head.position + 1, to: lastPosition });
  await tell();
  for await (const { at, ...entry } of unlinked(db)) {
    result.breaks += 1;
    report({ kind: "inserted", ...entry, at: at.toString() });
  }
  result.idsAfterLast = await countIdsAfterLast(db);
  return result;
}

const nothing = {
  links: 0,
  breaks: 0,
  first: null,
  last: null,
  head: null,
  idsAfterLast: 0,
  expectedAt: null,
};

async function* linksUpTo(db: Db, to: number): AsyncGenerator<ReadLink> {
  for (let after = 0; ; ) {
    const links = await listLinks(db, { after, to, limit: pageSize });
    yield* links;
    const last = links.at(-1);
    if (!last) return;
    after = last.position;
  }
}

async function* unlinked(db: Db) {
  for (let after = String(-(2n ** 63n)); ; ) {
    const entries = await listUnlinked(db, { after, limit: pageSize });
    yield* entries;
    const last = entries.at(-1);
    if (!last) return;
    after = last.entryId;
  }
}

/** A link that does not fit where it stands may fit behind another. */
async function orMoved(db: Db, found: Break): Promise<Break> {
  if (found.kind !== "edited") return found;
  const before = await findBefore(db, found.position);
  return before === null ? found : { ...found, kind: "moved", belongsAt: before + 1 };
}

import type { Db } from "@/server/db";
import { ChainCheck, chainBeginning, hexOf } from "../chain";
import { countNewestUnlinked, listLinks, readEnds } from "../chain-store";

const newest = 200;

export type NewestState = {
  isWhole: boolean;
  /** So many of the newest links were checked. */
  checked: number;
  /** The hash at which the chain ends, in hexadecimal. */
  head: string | null;
};

/** Whether the newest links and entries hold together; takes the same time however long the log is. */
export async function checkNewest(db: Db): Promise<NewestState> {
  const { head, lastPosition } = await readEnds(db);
  if (!head) return { isWhole: false, checked: 0, head: null };
  const after = Math.max(head.position - newest - 1, 0);
  const links = await listLinks(db, { after, to: head.position, limit: newest + 1 });
  let breaks = lastPosition > head.position ? 1 : 0;
  // Where there are more, the first is what the next is held against.
  const start = after > 0 ? links.shift() : chainBeginning;
  const check = new ChainCheck(start ?? chainBeginning, () => {
    breaks += 1;
  });
  for (const link of links) check.take(link);
  check.finish(head);
  breaks += await countNewestUnlinked(db, newest);
  return { isWhole: breaks === 0, checked: links.length, head: hexOf(head.hash) };
}

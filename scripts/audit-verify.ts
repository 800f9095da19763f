// npm run audit:verify [-- --expect HASH]: proves that the audit log is as it was written.
// Exit codes: 0 it is; 1 it is not, may be cut off, or does not contain the expected hash; 2 it could
// not be checked.
import { parseArgs } from "node:util";
import type { Break } from "@/features/audit/chain";
import { verifyLog } from "@/features/audit/queries/verify-log";
import { createDatabase } from "@/server/db";
import { connectTarget } from "./db/connection";
import { CommandRefused, reasonOf } from "./db/failure";
import { loadSettings } from "./db/settings-file";

const mostTold = 100;
/** What is rolled back takes ids along, until the next entry is made. So many at once are remarkable. */
const mostIdsAfterLast = 1_000;

function sentence(found: Break): string {
  switch (found.kind) {
    case "edited":
      return `EDITED    entry ${found.entryId} at position ${found.position}: it says something else than when it was written`;
    case "relinked":
      return `RELINKED  position ${found.position}: the link of entry ${found.entryId} was changed; the entry was not`;
    case "moved":
      return `MOVED     entry ${found.entryId} stands at position ${found.position} and was written at ${found.belongsAt}`;
    case "removed":
      return `REMOVED   entry ${found.entryId} at position ${found.position} is gone`;
    case "linksRemoved":
      return `REMOVED   ${positions(found)} of the chain: gone`;
    case "inserted":
      return `INSERTED  entry ${found.entryId} (${found.action}, ${found.at}) is not in the chain`;
    case "beforeFirst":
      return `INSERTED  a link of entry ${found.entryId} at position ${found.position}, before the chain begins`;
    case "cutOff":
      return `CUT OFF   ${positions(found)} at the end of the chain: gone`;
    case "beyondHead":
      return `INSERTED  ${positions(found)} of the chain come after its end`;
    case "headChanged":
      return "CHANGED   the head of the chain names another hash than the last link";
    case "headMissing":
      return "REMOVED   the head of the chain is gone";
  }
}

function positions({ from, to }: { from: number; to: number }): string {
  return from === to ? `position ${from}` : `positions ${from} to ${to}`;
}

function readExpected(): string | null {
  const { values } = parseArgs({ options: { expect: { type: "string" } } });
  const expected = values.expect?.toLowerCase() ?? null;
  if (expected !== null && !/^[0-9a-f]{64}$/.test(expected))
    throw new CommandRefused(
      "--expect takes the 64 hexadecimal digits that an earlier run printed.",
    );
  return expected;
}

function conclusion(isUnbroken: boolean, isShort: boolean, isCompared: boolean): string {
  if (!isUnbroken) return "The log was tampered with.";
  if (isShort) return "The log may have been cut off.";
  if (isCompared) return "The log is whole.";
  return "The chain is whole. Only --expect, with a hash that was kept elsewhere, can tell whether somebody emptied the log or wrote it anew from the beginning.";
}

/** True when all is as it was written. */
async function run(): Promise<boolean> {
  const expected = readExpected();
  const { url, label, close } = await connectTarget();
  const db = createDatabase(url, { poolSize: 1 });
  try {
    console.log(`Database: ${label}`);
    let told = 0;
    const result = await verifyLog(
      db,
      (found) => {
        told += 1;
        if (told <= mostTold) console.log(sentence(found));
      },
      expected,
    );
    if (told > mostTold) console.log(`... and ${told - mostTold} more`);
    const { links, first, last, head, breaks, idsAfterLast, expectedAt } = result;
    console.log(`Checked ${links} links${first && last ? `, from ${first} to ${last}` : ""}.`);
    if (head) console.log(`The chain ends with ${head}`);
    if (expectedAt !== null) console.log(`The expected hash is that of position ${expectedAt}.`);
    const isFound = expected === null || expectedAt !== null;
    if (!isFound) console.log("MISSING   the expected hash is not in the chain");
    const isShort = idsAfterLast > mostIdsAfterLast;
    if (isShort)
      console.log(
        `CUT OFF?  ${idsAfterLast} ids were given out after that of the last entry. An import that is under way or was undone leaves such a gap, too, until the next entry is made.`,
      );
    console.log(conclusion(breaks === 0 && isFound, isShort, expected !== null));
    return breaks === 0 && isFound && !isShort;
  } finally {
    await db.$disconnect();
    await close();
  }
}

try {
  loadSettings();
  process.exit((await run()) ? 0 : 1);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(2);
}

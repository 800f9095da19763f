import { createHash, randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Right } from "@/lib/rights";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import type { Kind } from "../kinds";
import { judgeOf, todayOf, withTable } from "../queries/check-file";
import type { RowJudge } from "../queries/judge-rows";
import type { WriteInput } from "../schema";
import type { Spool } from "../spool";
import { createStage, lockChanged, recordChanges, stage, writeStaged } from "../stage-store";
import { staged } from "../staged";
import { type Known, listByIds } from "../store";
import type { Table } from "../table";
import { isBlocking, type Totals } from "../verdicts";

type Admin = { userId: UserId; rights: ReadonlySet<Right> };

/** A hundred thousand rows with their indexes take a minute or two. */
const longest = 15 * 60_000;
const chunkSize = 2000;

const subjects = { doctors: "doctor", clinics: "clinic", pharmacies: "pharmacy" } as const;

/**
 * Writes a file that was checked: everything the verdicts said, or nothing. Refuses CHANGED_MEANWHILE
 * where they would be others now, or somebody is faster at the last moment; ROWS_REFUSED where some
 * stand in the way; and as the check does.
 */
export async function writeFile(
  db: PrismaClient,
  admin: Admin,
  input: WriteInput,
  now: Instant,
): Promise<void> {
  await withTable(admin, input, async (spool, table) => {
    const totals = await inTransaction(db, (tx) => write(tx, admin, input, { spool, table, now }), {
      timeout: longest,
    }).catch(refuseFaster);
    await input.tell({ type: "done", totals, digest: input.digest, isWritten: true });
  });
}

type File = { spool: Spool; table: Table; now: Instant };

async function write(tx: Tx, admin: Admin, input: WriteInput, file: File): Promise<Totals> {
  // Of two imports at once the second sees what the first has written.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('medico24.import'))`;
  const judge = judgeOf(tx, input, file.spool, file.table);
  const { count, seen } = await stageAll(tx, judge, input, file);
  if (judge.digest() !== input.digest) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
  const { totals } = judge;
  if (isBlocking(totals) || (totals.likely > 0 && !input.acceptsLikely))
    throw new RefusalError(refuse("ROWS_REFUSED"));
  const { kind, tell } = input;
  await holdUnchanged(tx, kind, seen);
  for (let first = 1; first <= count; first += chunkSize) {
    const last = Math.min(first + chunkSize - 1, count);
    await writeStaged(tx, kind, first, last);
    await tell({ type: "progress", phase: "write", part: last / count, rows: last });
  }
  await record(tx, admin, input, file.spool, totals);
  return totals;
}

type Seen = ReadonlyMap<string, string>;

/**
 * Judges every row as it is now, and lays ready what is to be written. Holds nothing yet: who books,
 * signs in or saves meanwhile does not wait for a file.
 * @returns how many rows are ready, and by id how those looked that they change.
 */
async function stageAll(tx: Tx, judge: RowJudge, input: WriteInput, { spool, now }: File) {
  await createStage(tx);
  const seen = new Map<string, string>();
  let [count, rows, bytes] = [0, 0, 0];
  const judging = judge.rows({
    today: todayOf(now),
    onBytes: (read) => {
      bytes = read;
    },
  });
  for await (const chunk of judging) {
    const ready = chunk.flatMap((one) => staged(input.kind, one) ?? []);
    if (ready.length > 0) await stage(tx, ready);
    for (const { known, verdict } of chunk)
      if (known?.id && verdict.verdict === "change") seen.set(known.id, looksOf(known));
    count += ready.length;
    rows += chunk.length;
    await input.tell({ type: "progress", phase: "check", part: bytes / spool.size, rows });
  }
  return { count, seen };
}

/**
 * Holds the rows that are about to change, and judges them again: as they looked they must look still,
 * or the verdicts rest on what is no more. Refuses CHANGED_MEANWHILE.
 */
async function holdUnchanged(tx: Tx, kind: Kind, seen: Seen): Promise<void> {
  await lockChanged(tx, kind);
  const ids = [...seen.keys()];
  for (let first = 0; first < ids.length; first += chunkSize) {
    const wanted = ids.slice(first, first + chunkSize);
    const known = await listByIds(tx, kind, wanted);
    const isSame = known.every((one) => one.id && seen.get(one.id) === looksOf(one));
    if (known.length < wanted.length || !isSame)
      throw new RefusalError(refuse("CHANGED_MEANWHILE"));
  }
}

/** All that a verdict rests on, in a few letters: a hundred thousand are remembered. */
function looksOf(known: Known): string {
  return createHash("sha256").update(JSON.stringify(known)).digest("base64");
}

async function record(
  tx: Tx,
  { userId }: Admin,
  { kind, name }: WriteInput,
  { sha256, size }: Spool,
  { new: made, likely, change, same }: Totals,
): Promise<void> {
  const importId = randomUUID();
  await recordAudit(tx, {
    actorUserId: userId,
    action: `transfer.import-${kind}`,
    subjectType: "transfer",
    subjectId: importId,
    details: {
      file: { name: name.slice(0, 200), size, sha256 },
      made: made + likely,
      change,
      same,
    },
  });
  await recordChanges(tx, importId, userId, subjects[kind]);
}

/** An address, a licence or an e-mail that was free a moment ago. */
function refuseFaster(error: unknown): never {
  if (violatedConstraint(error)?.endsWith("_key"))
    throw new RefusalError(refuse("CHANGED_MEANWHILE"));
  throw error;
}

import { knowHolidays } from "@/features/opening-hours/holidays-store";
import { holidayYears } from "@/features/opening-hours/rules";
import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import {
  type GoneRow,
  giveSlugs,
  lastPlanned,
  listGone,
  makePlan,
  type PlanCounts,
  writePlan,
} from "../plan-store";
import type { SourceFile } from "../source-file";
import { closeImport, listCountries, type OpenImport, type StagedCounts } from "../store";
import type { ImportInput, ImportWatch } from "./import-file";

type Ready = {
  open: OpenImport;
  file: SourceFile;
  input: ImportInput;
  counts: StagedCounts;
  now: Instant;
};
type Written = PlanCounts & { gone: { count: number; first: GoneRow[] } };

/** A million rows with their indexes take a while. */
const longest = 6 * 60 * 60_000;
const chunkSize = 5_000;
const goneShown = 20;

/**
 * Writes all rows of a file that lie ready, in one transaction, and forgets that they lay ready. A dry
 * run only works out what would become of them.
 */
export async function writeImport(
  db: PrismaClient,
  ready: Ready,
  watch: ImportWatch,
  signal: AbortSignal,
): Promise<Written> {
  const { open, input } = ready;
  return inTransaction(
    db,
    async (tx) => {
      // Of two imports at once the second sees what the first has written.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('medico24.import'))`;
      const plan = await makePlan(tx, open.id, input.source);
      const gone = await listGone(tx, open.id, input.source, goneShown);
      if (!input.isDryRun) await write(tx, ready, { ...plan, gone }, watch, signal);
      return { ...plan, gone };
    },
    { timeout: longest },
  );
}

async function write(
  tx: Tx,
  { open, file, input, counts, now }: Ready,
  { gone, ...plan }: Written,
  { progress }: ImportWatch,
  signal: AbortSignal,
): Promise<void> {
  await giveSlugs(tx, input.source);
  const last = await lastPlanned(tx);
  for (let first = 1; first <= last; first += chunkSize) {
    signal.throwIfAborted();
    const to = Math.min(first + chunkSize - 1, last);
    await writePlan(tx, input.source, first, to);
    progress({ phase: "writing", rows: to, part: to / last });
  }
  for (const country of await listCountries(tx, open.id))
    await knowHolidays(tx, country, holidayYears(now));
  const outcome = { ...counts, ...plan, gone: gone.count };
  await recordAudit(tx, {
    actorUserId: null,
    action: "transfer.import-pharmacies",
    subjectType: "transfer",
    subjectId: open.id,
    details: {
      file: { name: file.name.slice(0, 200), size: file.size, sha256: file.sha256 },
      source: input.source,
      mapping: input.mapping.name,
      ...outcome,
    },
  });
  signal.throwIfAborted();
  await closeImport(tx, open.id, outcome);
}

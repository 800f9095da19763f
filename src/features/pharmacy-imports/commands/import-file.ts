import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import { type ReadRow, readRow } from "../facts";
import { holdingSource } from "../import-lock";
import { ImportRefused } from "../import-refused";
import type { Mapping } from "../mappings/mapping";
import type { GoneRow, PlanCounts } from "../plan-store";
import type { RawRow } from "../raw-row";
import { readCsv } from "../read-csv";
import { readGeojson } from "../read-geojson";
import { openSource, type SourceFile } from "../source-file";
import {
  countStaged,
  dropImport,
  type OpenImport,
  openImport,
  rejectDoubles,
  type StagedCounts,
  stageRows,
  type ToldRow,
  toldRows,
} from "../store";
import { writeImport } from "./write-import";

export type ImportInput = {
  path: string;
  mapping: Mapping;
  /** What the rows are known by, together with their ids. */
  source: string;
  country: string | null;
  isDryRun: boolean;
};

export type Progress = { phase: "reading" | "writing"; rows: number; part: number };

export type ImportWatch = {
  progress: (progress: Progress) => void;
  /** Hears of every row that is rejected or has something to say. */
  told: (row: ToldRow) => void;
  /** Asks to stop as soon as what is done is safe. */
  signal: AbortSignal;
};

export type ImportReport = StagedCounts &
  PlanCounts & {
    file: SourceFile;
    /** Rows that lay ready from a run before. */
    resumedAt: number;
    gone: { count: number; first: GoneRow[] };
  };

const batchSize = 500;

/**
 * Takes a file of pharmacies in: rows lie ready in batches, and once the file is whole all of them go
 * in at once, or none. Run again after whatever stopped it, it goes on where it was. Refuses a file
 * that cannot be read to its end, and a source that another import holds, with `ImportRefused`.
 */
export async function importFile(
  { db, url }: { db: PrismaClient; url: string },
  input: ImportInput,
  now: Instant,
  watch: ImportWatch,
): Promise<ImportReport> {
  const file = await openSource(input.path, input.mapping.format);
  return holdingSource(url, input.source, async (lost) => {
    const signal = AbortSignal.any([lost, watch.signal]);
    // Rows that lie ready were read as those of this country, or of none.
    const mapping = [input.mapping.name, input.country].filter(Boolean).join(" ");
    const open = await openImport(db, { source: input.source, mapping }, file);
    await readWhole(db, { open, file, input, today: now.toString().slice(0, 10) }, watch, signal);
    await rejectDoubles(db, open.id);
    for await (const row of toldRows(db, open.id)) watch.told(row);
    const counts = await countStaged(db, open.id);
    const written = await writeImport(db, { open, file, input, counts, now }, watch, signal);
    if (input.isDryRun) await dropImport(db, open.id);
    return { ...counts, ...written, file, resumedAt: open.rowsRead };
  });
}

type Reading = { open: OpenImport; file: SourceFile; input: ImportInput; today: string };

async function readWhole(
  db: PrismaClient,
  { open, file, input, today }: Reading,
  { progress }: ImportWatch,
  signal: AbortSignal,
): Promise<void> {
  let bytes = 0;
  let batch: ReadRow[] = [];
  const flush = async () => {
    signal.throwIfAborted();
    if (batch.length === 0) return;
    const rows = batch;
    batch = [];
    await inTransaction(db, (tx) => stageRows(tx, open.id, rows));
    progress({ phase: "reading", rows: rows.at(-1)?.row ?? 0, part: bytes / file.size });
  };
  const rows = rowsOf(file, input.mapping, (read) => {
    bytes = read;
  });
  try {
    for await (const raw of rows) {
      if (raw.row <= open.rowsRead) continue;
      batch.push(readRow(raw, { ...input, today }));
      if (batch.length >= batchSize) await flush();
    }
    await flush();
  } catch (error) {
    // It will not get any better: nothing of it needs to lie ready.
    if (error instanceof ImportRefused) await dropImport(db, open.id);
    throw error;
  }
}

function rowsOf(
  file: SourceFile,
  mapping: Mapping,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RawRow> {
  return mapping.format === "csv" ? readCsv(file, mapping, onBytes) : readGeojson(file, onBytes);
}

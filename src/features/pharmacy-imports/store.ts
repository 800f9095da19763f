import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Db, Tx } from "@/server/db";
import type { ReadRow } from "./facts";
import type { SourceFile } from "./source-file";

const openRow = z.object({ id: z.guid(), rowsRead: z.int() });
/** A file on its way in, and the last row of it that lies ready. */
export type OpenImport = z.infer<typeof openRow>;

type Wanted = { source: string; mapping: string };

/**
 * Takes up the import of a file where it was left, or begins one. Of another file of that source, which
 * was left for good, nothing lies ready any more.
 */
export async function openImport(
  db: Db,
  { source, mapping }: Wanted,
  { name, sha256 }: SourceFile,
): Promise<OpenImport> {
  await db.$executeRaw(Prisma.sql`
    DELETE FROM pharmacy_imports WHERE source = ${source} AND status = 'reading'
      AND (mapping, file_sha256) <> (${mapping}, ${sha256})`);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    INSERT INTO pharmacy_imports (source, mapping, file_name, file_sha256)
    VALUES (${source}, ${mapping}, ${name}, ${sha256})
    ON CONFLICT (source, mapping, file_sha256) WHERE status = 'reading'
      DO UPDATE SET file_name = excluded.file_name
    RETURNING id, rows_read AS "rowsRead"`);
  return openRow.parse(rows[0]);
}

/** Lays rows ready, and how far the file is read with them. */
export async function stageRows(tx: Tx, importId: string, rows: readonly ReadRow[]): Promise<void> {
  const last = rows.at(-1)?.row ?? 0;
  const rejected = rows.filter(({ outcome }) => outcome === "rejected").length;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pharmacy_import_rows (import_id, row_number, source_id, facts, problem)
    SELECT ${importId}::uuid, "row", "sourceId", facts, problem
    FROM jsonb_to_recordset(${storable(rows.map(storedOf))}::jsonb)
      AS t("row" INT, "sourceId" TEXT, facts JSONB, problem JSONB)`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacy_imports SET rows_read = ${last}, rows_rejected = rows_rejected + ${rejected}
    WHERE id = ${importId}::uuid`);
}

function storedOf(read: ReadRow) {
  const { row } = read;
  if (read.outcome === "skipped") return { row, problem: { outcome: "skipped" } };
  if (read.outcome === "rejected") {
    const sourceId = read.sourceId?.slice(0, 200) ?? null;
    return { row, sourceId, problem: { outcome: "rejected", ...read.problem } };
  }
  const { sourceId, facts, notes } = read;
  return { row, sourceId, facts, problem: notes.length > 0 ? { outcome: "noted", notes } : null };
}

/** JSON of which the database takes every letter: no half letters, none that end a text. */
function storable(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "string" ? part.replace(/\p{Cs}|\0/gu, "\ufffd") : part,
  );
}

/** Forgets a file that is refused, or was only tried, with all that lay ready of it. */
export async function dropImport(db: Db, importId: string): Promise<void> {
  await db.$executeRaw(Prisma.sql`DELETE FROM pharmacy_imports WHERE id = ${importId}::uuid`);
}

/** Writes what became of a file; what lay ready of it is not needed any more. */
export async function closeImport(tx: Tx, importId: string, outcome: object): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacy_imports SET status = 'done', finished_at = now(),
      outcome = ${JSON.stringify(outcome)}::jsonb
    WHERE id = ${importId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM pharmacy_import_rows WHERE import_id = ${importId}::uuid`);
}

const note = z.object({
  kind: z.enum(["hours", "repair", "leftOut", "unnamed"]),
  text: z.string(),
});
const toldRow = z.object({
  row: z.int(),
  sourceId: z.string().nullable(),
  problem: z.discriminatedUnion("outcome", [
    z.object({ outcome: z.literal("rejected"), reason: z.string(), detail: z.string().optional() }),
    z.object({ outcome: z.literal("noted"), notes: z.array(note) }),
  ]),
});
/** A row with something to say, for the report. */
export type ToldRow = z.infer<typeof toldRow>;

const pageSize = 1_000;

/** Every row with something to say but the skipped ones, in the order of the file. */
export async function* toldRows(db: Db, importId: string): AsyncGenerator<ToldRow> {
  for (let after = 0; ; ) {
    const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT row_number AS "row", source_id AS "sourceId", problem FROM pharmacy_import_rows
      WHERE import_id = ${importId}::uuid AND row_number > ${after}
        AND problem->>'outcome' <> 'skipped'
      ORDER BY row_number LIMIT ${pageSize}`);
    yield* z.array(toldRow).parse(rows);
    if (rows.length < pageSize) return;
    after = toldRow.parse(rows.at(-1)).row;
  }
}

const countRow = z.object({ taken: z.int(), skipped: z.int(), rejected: z.int() });
export type StagedCounts = z.infer<typeof countRow>;

export async function countStaged(db: Db, importId: string): Promise<StagedCounts> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT count(facts)::int AS taken,
      count(*) FILTER (WHERE problem->>'outcome' = 'skipped')::int AS skipped,
      count(*) FILTER (WHERE problem->>'outcome' = 'rejected')::int AS rejected
    FROM pharmacy_import_rows WHERE import_id = ${importId}::uuid`);
  return countRow.parse(rows[0]);
}

/** Rejects every row whose id an earlier one of the file has. */
export async function rejectDoubles(db: Db, importId: string): Promise<void> {
  // So many rows at once are news to the planner; whoever does not own the table is only warned.
  await db.$executeRaw`ANALYZE pharmacy_import_rows`;
  await db.$executeRaw(Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT row_number, min(row_number) OVER (PARTITION BY source_id) AS first
      FROM pharmacy_import_rows WHERE import_id = ${importId}::uuid AND facts IS NOT NULL)
    UPDATE pharmacy_import_rows r SET facts = NULL, problem = jsonb_build_object(
      'outcome', 'rejected', 'reason', 'sameId', 'detail', 'row ' || f.first)
    FROM found f WHERE f.row_number > f.first
      AND r.import_id = ${importId}::uuid AND r.row_number = f.row_number`);
}

const countryRow = z.object({ country: z.string() });

/** The countries of the rows that lie ready. */
export async function listCountries(db: Db, importId: string): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT DISTINCT facts->>'country' AS country FROM pharmacy_import_rows
    WHERE import_id = ${importId}::uuid AND facts->>'country' IS NOT NULL`);
  return z
    .array(countryRow)
    .parse(rows)
    .map(({ country }) => country);
}

import { RefusalError, refuse } from "@/lib/refusal";
import type { Right } from "@/lib/rights";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { mostBytes, mostMegabytes } from "../kinds";
import { mayImport } from "../policy";
import type { CheckInput } from "../schema";
import { sheets } from "../sheets";
import { type Spool, spooled } from "../spool";
import { openTable, type Table } from "../table";
import type { About, RowVerdict } from "../verdicts";
import { RowJudge } from "./judge-rows";

type Admin = { rights: ReadonlySet<Right> };

const sampled = 3;
const longestShown = 160;

/**
 * The dry run: says of every row what would become of it, and writes nothing. Refuses NOT_ALLOWED to
 * who may not edit one such by hand, FILE_TOO_LARGE, and CSV_NOT_READABLE with the reason.
 */
export async function checkFile(
  db: Db,
  admin: Admin,
  input: CheckInput,
  now: Instant,
): Promise<void> {
  await withTable(admin, input, async (spool, table) => {
    const { tell } = input;
    const about = await aboutOf(input, spool, table);
    await tell({ type: "about", about });
    const judge = judgeOf(db, input, spool, table);
    let bytes = 0;
    let rows = 0;
    const onBytes = (read: number) => {
      bytes = read;
    };
    for await (const chunk of judge.rows({ today: todayOf(now), onBytes })) {
      rows += chunk.length;
      await tell({ type: "rows", rows: chunk.map(({ verdict }) => shown(verdict)) });
      await tell({ type: "progress", phase: "check", part: bytes / spool.size, rows });
    }
    const { totals } = judge;
    await tell({ type: "done", totals, digest: judge.digest(), isWritten: false });
  });
}

/** Takes a file in and opens it as a table of its kind, for as long as `work` takes. */
export async function withTable<T>(
  admin: Admin,
  { kind, size, body, separator, encoding }: CheckInput,
  work: (spool: Spool, table: Table) => Promise<T>,
): Promise<T> {
  if (!mayImport(admin, kind)) throw new RefusalError(refuse("NOT_ALLOWED"));
  if (size > mostBytes)
    throw new RefusalError(refuse("FILE_TOO_LARGE", { params: { megabytes: mostMegabytes } }));
  return spooled(body, async (spool) =>
    work(spool, await openTable(spool, sheets[kind], { separator, encoding })),
  );
}

/** The day by which a licence has run out, as the listing reckons: in UTC. */
export function todayOf(now: Instant): string {
  return now.toString().slice(0, 10);
}

/** Judges a file; its digest is of this file, read in this way. */
export function judgeOf(db: Db, { kind }: CheckInput, spool: Spool, table: Table): RowJudge {
  const { encoding, separator } = table;
  return new RowJudge(db, sheets[kind], table, [spool.sha256, kind, encoding, separator].join());
}

async function aboutOf({ kind }: CheckInput, spool: Spool, table: Table): Promise<About> {
  const { encoding, isGuessed, separator, header } = table;
  const { columns, informative, unknown, missing } = header;
  const sample: string[][] = [];
  for await (const { cells } of table.rows()) {
    sample.push(columns.map((name) => short(cells[header.places.get(name) ?? -1] ?? "")));
    if (sample.length === sampled) break;
  }
  const said = { columns, informative, unknown: unknown.map(short), missing, sample };
  return { kind, sha256: spool.sha256, encoding, isEncodingGuessed: isGuessed, separator, ...said };
}

function short(text: string): string {
  const letters = Array.from(text.slice(0, 2 * longestShown));
  return letters.length > longestShown ? `${letters.slice(0, longestShown).join("")}…` : text;
}

/** A verdict as it travels: long texts are cut, since a hundred thousand are on their way. */
function shown(verdict: RowVerdict): RowVerdict {
  const changes = verdict.changes.map(({ column, before, after }) => ({
    column,
    before: short(before),
    after: short(after),
  }));
  return { ...verdict, changes };
}

// npm run import:pharmacies -- --source FILE --mapping NAME [--country GB] [--as NAME] [--report FILE]
// [--dry-run]: takes a file of pharmacies in; docs/operations.md tells how. Exit codes: 0 it is in, or
// was tried; 1 it is refused, and says why; 2 something broke; 130 stopped by Ctrl-C, to be resumed.
import { createWriteStream } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import {
  type ImportInput,
  type ImportReport,
  importFile,
  type Progress,
} from "@/features/pharmacy-imports/commands/import-file";
import { ImportRefused } from "@/features/pharmacy-imports/import-refused";
import { mappings } from "@/features/pharmacy-imports/mappings/named";
import { reportLines, Told } from "@/features/pharmacy-imports/report";
import type { ToldRow } from "@/features/pharmacy-imports/store";
import { countryCodes } from "@/lib/countries";
import { createDatabase } from "@/server/db";
import { connectTarget } from "./db/connection";
import { CommandRefused, reasonOf } from "./db/failure";
import { loadSettings } from "./db/settings-file";

function readOptions(): ImportInput & { reportPath: string | undefined } {
  const { values } = parseArgs({
    options: {
      source: { type: "string" },
      mapping: { type: "string" },
      country: { type: "string" },
      as: { type: "string" },
      report: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
  });
  const names = mappings.map(({ name }) => name).join(", ");
  const mapping = mappings.find(({ name }) => name === values.mapping);
  if (!values.source) throw new CommandRefused("Say which file: --source FILE");
  if (!mapping) throw new CommandRefused(`Say how to read it: --mapping takes one of ${names}.`);
  const country = values.country?.toUpperCase() ?? null;
  if (country && !countryCodes.includes(country))
    throw new CommandRefused("--country takes a code of two letters, such as PH.");
  const source = values.as ?? [mapping.name, country?.toLowerCase()].filter(Boolean).join("-");
  if (!/^[a-z0-9][a-z0-9.-]{0,59}$/.test(source))
    throw new CommandRefused("--as takes small letters, digits, dots and hyphens, 60 at most.");
  const isDryRun = values["dry-run"];
  return { path: values.source, mapping, source, country, isDryRun, reportPath: values.report };
}

/** Opens the file of the report; before anything is read, so that a wrong name costs no time. */
async function openReport(path: string, source: string) {
  const paths = await Promise.all([path, source].map((one) => realpath(one).catch(() => null)));
  if (paths[0] && paths[0] === paths[1])
    throw new CommandRefused("--report would write over the file that is read.");
  const file = await open(path, "w").catch((error: unknown) => {
    throw new CommandRefused(`--report cannot be written: ${reasonOf(error)}`);
  });
  return createWriteStream(path, { fd: file });
}

/** One line of progress, written over itself where somebody watches. */
function progressLine() {
  const isWatched = process.stderr.isTTY;
  let [last, hasLine] = [Number.NEGATIVE_INFINITY, false];
  let start = { phase: "", rows: 0, at: performance.now() };
  const end = () => {
    if (hasLine && isWatched) process.stderr.write("\n");
    hasLine = false;
  };
  const show = ({ phase, rows, part }: Progress) => {
    const now = performance.now();
    if (start.phase === phase && now - last < (isWatched ? 250 : 5_000)) return;
    // What lay ready from a run before was not read at this rate.
    if (start.phase !== phase) start = { phase, rows: phase === "reading" ? rows : 0, at: now };
    last = now;
    const seconds = (now - start.at) / 1000;
    // What was done in an instant tells no rate.
    const rate = seconds < 1 ? "" : `, ${Math.round((rows - start.rows) / seconds)} rows/s`;
    const line = `${phase} row ${rows}, ${Math.floor(part * 100)} %${rate}`;
    process.stderr.write(isWatched ? `\r\x1b[K${line}` : `${line}\n`);
    hasLine = true;
  };
  return { show, end };
}

async function run(signal: AbortSignal): Promise<void> {
  const { reportPath, ...input } = readOptions();
  const out = reportPath ? await openReport(reportPath, input.path) : null;
  const { url, label, close } = await connectTarget();
  const db = createDatabase(url, { poolSize: 2 });
  const progress = progressLine();
  const told = new Told();
  const hear = (row: ToldRow) => {
    told.add(row);
    const { problem, ...rest } = row;
    out?.write(`${JSON.stringify({ ...rest, ...problem })}\n`);
  };
  try {
    process.stderr.write(`Database: ${label}\n`);
    const watch = { progress: progress.show, told: hear, signal };
    const report: ImportReport = await importFile(
      { db, url },
      input,
      Temporal.Now.instant(),
      watch,
    );
    progress.end();
    if (report.resumedAt > 0)
      process.stderr.write(`Went on after row ${report.resumedAt}, where it had been stopped.\n`);
    console.log(reportLines(report, told, input.isDryRun).join("\n"));
  } finally {
    progress.end();
    await new Promise<void>((resolve) => (out ? out.end(resolve) : resolve()));
    await db.$disconnect();
    await close();
  }
}

const stop = new AbortController();
process.once("SIGINT", () => {
  process.stderr.write("\nStopping. What was read is kept: run the same command again to go on.\n");
  stop.abort();
});

try {
  loadSettings();
  await run(stop.signal);
  process.exit(0);
} catch (error) {
  if (stop.signal.aborted) process.exit(130);
  const isUsage =
    error instanceof TypeError &&
    String((error as { code?: string }).code).startsWith("ERR_PARSE_ARGS");
  console.error(reasonOf(error));
  const isNo = error instanceof CommandRefused || error instanceof ImportRefused || isUsage;
  process.exit(isNo ? 1 : 2);
}

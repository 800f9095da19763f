import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { testDatabase } from "@/testing/database";
import { type ImportReport, importFile } from "./commands/import-file";
import { mappings } from "./mappings/named";
import type { ToldRow } from "./store";

const now = parseInstant("2026-10-28T15:00:00Z");
if (!now) throw new Error("a test without a clock");
const at = now;

type Options = { country?: string; source?: string; isDryRun?: boolean; signal?: AbortSignal };

/** Imports a file of this content, and gives the report with what was told of single rows. */
export async function importText(
  mappingName: string,
  content: string | Uint8Array,
  { country, source, isDryRun = false, signal }: Options = {},
): Promise<ImportReport & { told: ToldRow[] }> {
  const path = join(await mkdtemp(join(tmpdir(), "medico24-test-")), "file");
  await writeFile(path, content);
  const mapping = mappings.find(({ name }) => name === mappingName);
  if (!mapping) throw new Error(`no mapping ${mappingName}`);
  const told: ToldRow[] = [];
  const report = await importFile(
    { db: testDatabase(), url: inject("databaseUrl") },
    { path, mapping, source: source ?? mappingName, country: country ?? null, isDryRun },
    at,
    {
      progress: () => undefined,
      told: (row) => told.push(row),
      signal: signal ?? new AbortController().signal,
    },
  );
  return { ...report, told };
}

/** A file of GeoJSON with these features. */
export function collection(...features: unknown[]): string {
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** A feature at a place; [longitude, latitude]. */
export function feature(properties: object, coordinates: unknown = [-2.24, 53.48]): object {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates } };
}

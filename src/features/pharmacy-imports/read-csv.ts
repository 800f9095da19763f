import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { restoreCell } from "@/lib/csv";
import { ImportRefused } from "./import-refused";
import type { Mapping } from "./mappings/mapping";
import { columnsOf } from "./mappings/named";
import type { RawRow, RawValue } from "./raw-row";
import { type SourceFile, textOf } from "./source-file";

/** A longer row is a quotation mark that nobody closed. */
const longestRecord = 256 * 1024;
const mostColumns = 500;
const separators = [",", ";", "\t", "|"];

/**
 * The rows of a table, one at a time. Refuses a table without the columns that the mapping needs, with
 * a column twice, and one whose quotation marks never close.
 */
export async function* readCsv(
  file: SourceFile,
  mapping: Mapping,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: await detectSeparator(file, mapping),
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecord,
  });
  const text = Readable.from(textOf(file, onBytes));
  text.on("error", (error) => parser.destroy(error)).pipe(parser);
  let row = 0;
  let names: string[] | null = null;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (names) yield rawRowOf(row, names, cells, mapping);
      else names = headerOf(cells, mapping);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportRefused(
      `From row ${row + 1} on this is no table: a row is longer than 256 kB, or a quotation mark is never closed.`,
    );
  } finally {
    text.destroy();
    parser.destroy();
  }
  if (!names) throw new ImportRefused("The file has no line of column names.");
}

/** The separator that makes most of our names out of the first line. */
async function detectSeparator(file: SourceFile, mapping: Mapping): Promise<string> {
  let [line = ""] = [""];
  for await (const text of textOf(file)) {
    line = text.replace(/^\ufeff/, "").split(/[\r\n]/, 1)[0] ?? "";
    break;
  }
  const known = columnsOf(mapping);
  const scoreOf = (separator: string) =>
    line.split(separator).filter((cell) => known.includes(nameOf(cell))).length;
  return separators.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best));
}

const nameOf = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");

function headerOf(cells: readonly string[], mapping: Mapping): string[] {
  const names = cells.map(nameOf);
  if (names.length > mostColumns)
    throw new ImportRefused(`The table has more than ${mostColumns} columns.`);
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice) throw new ImportRefused(`The table has two columns “${twice.slice(0, 100)}”.`);
  const lacking = [mapping.id.flat(), mapping.latitude ?? [], mapping.longitude ?? []].find(
    (wanted) => !wanted.some((name) => names.includes(name)),
  );
  if (lacking)
    throw new ImportRefused(
      `The mapping ${mapping.name} needs a column ${lacking.join(" or ")}; the table has: ${names.join(", ").slice(0, 300)}.`,
    );
  return names;
}

function rawRowOf(
  row: number,
  names: readonly string[],
  cells: string[],
  mapping: Mapping,
): RawRow {
  const fields = new Map(names.map((name, at) => [name, restoreCell(cells[at] ?? "")] as const));
  const first = (columns: readonly string[] = []): RawValue =>
    columns.map((name) => fields.get(name)).find((cell) => cell) ?? null;
  const position = { latitude: first(mapping.latitude), longitude: first(mapping.longitude) };
  const isWhole = cells.length >= names.length && cells.slice(names.length).every((c) => c === "");
  if (isWhole) return { row, fields, position };
  const detail = `${cells.length} cells, ${names.length} columns`;
  return { row, fields, position, problem: { reason: "cells", detail } };
}

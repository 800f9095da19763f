import { CsvError, parse } from "csv-parse";
import { type Decoding, decoded, sniff } from "./decode";
import { detectSeparator, type Header, linesBefore, readHeader } from "./header";
import { type Encoding, mostRows, type Separator, separators } from "./kinds";
import type { Sheet } from "./sheets";
import type { Spool } from "./spool";
import { unreadable } from "./unreadable";

/** What the person says about a file; null is for us to find out. */
export type Said = { encoding: Encoding | null; separator: Separator | null };

export type Table = Decoding & {
  separator: Separator;
  header: Header;
  /** The rows after the names, with their numbers as a spreadsheet counts; empty ones left out. */
  rows: (onBytes?: (bytes: number) => void) => AsyncGenerator<Record>;
};

export type Record = { row: number; cells: string[] };

/** A cell longer than any column takes is a quotation mark that nobody closed. */
const longestRecord = 256 * 1024;

/**
 * Finds out how a file is to be read and reads its names. Refuses CSV_NOT_READABLE with the reason;
 * `rows` may, too, where a quotation never ends or there are too many rows.
 */
export async function openTable(spool: Spool, sheet: Sheet, said: Said): Promise<Table> {
  const decoding = await sniff(spool, said.encoding);
  const { encoding } = decoding;
  const start = await firstText(spool, encoding);
  const separator = said.separator ?? detectSeparator(sheet, start);
  const skipped = linesBefore(start);
  const records = (onBytes?: (bytes: number) => void) =>
    recordsOf(decoded(spool, encoding, onBytes), separators[separator], skipped);
  for await (const { row, cells } of records()) {
    const header = readHeader(sheet, cells);
    return { ...decoding, separator, header, rows: (onBytes) => rowsAfter(row, records(onBytes)) };
  }
  throw unreadable("empty");
}

async function* rowsAfter(header: number, records: AsyncGenerator<Record>) {
  let count = 0;
  for await (const record of records) {
    if (record.row <= header) continue;
    count += 1;
    if (count > mostRows) throw unreadable("rows", { most: mostRows });
    yield record;
  }
}

async function firstText(spool: Spool, encoding: Encoding): Promise<string> {
  for await (const text of decoded(spool, encoding)) return text;
  return "";
}

async function* recordsOf(
  text: AsyncGenerator<string>,
  delimiter: string,
  skipped: number,
): AsyncGenerator<Record> {
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecord,
  });
  feed(text, parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row > skipped && cells.some((cell) => cell.trim() !== "")) yield { row, cells };
    }
  } catch (error) {
    // Of all that a parser may find, with marks and lengths left free, only this is left.
    throw error instanceof CsvError ? unreadable("quote", { row: row + 1 }) : error;
  } finally {
    parser.destroy();
    await text.return(undefined);
  }
}

/** Gives a parser as much as it takes; what goes wrong on the way is heard by whoever reads it. */
async function feed(text: AsyncGenerator<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const piece of text) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      parser.off("drain", go).off("close", go);
      resolve();
    };
    parser.on("drain", go).on("close", go);
  });
}

import { parse } from "csv-parse/sync";
import { type Separator, separators } from "./kinds";
import { headerOf, type Sheet } from "./sheets";
import { unreadable } from "./unreadable";
import type { CellProblem } from "./verdicts";

/** Column names as people write them: "Licence number", "E-Mail", "given name ". */
function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/^e_mail$/, "email")
    .replace(/^licence_/, "license_");
}

/** Which cell of a row is which column. */
export type Header = {
  /** How many cells a row has. */
  width: number;
  /** Column -> place. */
  places: ReadonlyMap<string, number>;
  columns: string[];
  informative: string[];
  unknown: string[];
  missing: string[];
};

/** More than any table of ours has: a file with more is none. */
const mostColumns = 200;

/**
 * Reads the line of column names. Refuses CSV_NOT_READABLE where there are too many, a column is there
 * twice, or nothing
 * says which one a row is about and not all is there that a new one needs.
 */
export function readHeader(sheet: Sheet, cells: readonly string[]): Header {
  const names = cells.map(columnName);
  if (names.filter(Boolean).length > mostColumns) throw unreadable("wide", { most: mostColumns });
  const first = new Map<string, number>();
  const doubled = names.filter((name, at) => {
    const isDoubled = name !== "" && first.has(name);
    if (!isDoubled) first.set(name, at);
    return isDoubled;
  });
  if (doubled.length > 0) throw unreadable("doubled", { columns: listed(doubled) });
  const known = sheet.columns.map(({ name }) => name);
  const columns = names.filter((name) => known.includes(name));
  const lacking = sheet.columns.filter(({ name, isNeeded }) => isNeeded && !columns.includes(name));
  if (!sheet.keys.some((key) => columns.includes(key)) && lacking.length > 0)
    throw unreadable("columns", {
      columns: listed(lacking.map(({ name }) => name)),
      keys: listed(sheet.keys),
    });
  return {
    width: names.length,
    places: new Map(columns.map((name) => [name, first.get(name) ?? -1])),
    columns,
    informative: names.filter((name) => sheet.informative.includes(name)),
    unknown: cells.filter((_, at) => {
      const name = names[at] ?? "";
      return name !== "" && !headerOf(sheet).includes(name);
    }),
    missing: known.filter((name) => !columns.includes(name)),
  };
}

const listed = (names: readonly string[]) => [...new Set(names)].slice(0, 30).join(", ");

/** Whether a row has the cells that the names promise; empty ones too many are a spreadsheet's habit. */
export function problemOfWidth({ width }: Header, cells: readonly string[]): CellProblem | null {
  const isRight = cells.length === width || cells.slice(width).every((cell) => cell.trim() === "");
  if (cells.length >= width && isRight) return null;
  return { column: null, code: "cells", params: { cells: cells.length, columns: width } };
}

/** The first line of a text, without its end, minding quotes. */
function firstLine(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (text[at] === "\n" || text[at] === "\r")) return text.slice(0, at);
  }
  return text;
}

/** Spreadsheets may say it in a line of its own. */
const saidSeparator = /^\ufeff?sep=(.)(\r\n|\r|\n|$)/i;

/** How many lines come before the column names: one where the file says its separator. */
export function linesBefore(text: string): 0 | 1 {
  return saidSeparator.test(text) ? 1 : 0;
}

/** Which separator makes most of our names out of the first line; of two as good, more cells. */
export function detectSeparator(sheet: Sheet, text: string): Separator {
  const names = Object.keys(separators) as Separator[];
  const said = saidSeparator.exec(text)?.[1];
  const named = names.find((name) => separators[name] === said);
  if (named) return named;
  const line = firstLine(text);
  const known = headerOf(sheet);
  const scores = names.map((name) => {
    const cells = cellsOf(line, separators[name]);
    return cells.filter((cell) => known.includes(columnName(cell))).length * 1000 + cells.length;
  });
  return names[scores.indexOf(Math.max(...scores))] ?? "comma";
}

function cellsOf(line: string, delimiter: string): string[] {
  const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true };
  try {
    return (parse(line, options) as string[][])[0] ?? [];
  } catch {
    return line.split(delimiter);
  }
}

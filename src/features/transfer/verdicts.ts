import type { Refusal } from "@/lib/refusal";
import type { Encoding, Kind, Separator } from "./kinds";

/** What may be wrong with a cell or a row; the page has a sentence for each. */
const problemCodes = [
  "needed",
  "columnMissing",
  "cells",
  "tooLong",
  "tooShort",
  "tooBig",
  "tooSmall",
  "tooFine",
  "tooMany",
  "invalid",
  "notANumber",
  "ambiguousNumber",
  "notYesNo",
  "notADate",
  "dateTooFar",
  "notAChoice",
  "notAnEmail",
  "notALink",
  "notAPhone",
  "notAnAddress",
  "notAZone",
  "notHours",
  "notAnId",
  "unknownId",
  "slugTaken",
  "oldSlug",
  "notADoctor",
  "notADoctorNow",
  "licenceTaken",
  "licenceExpired",
  "emailFixed",
  "verifiedFact",
  "waitingFact",
  "fixedFact",
  "radius",
  "merged",
  "proposed",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Its code, with the numbers of its sentence. */
export type Problem = { code: ProblemCode; params?: Record<string, number> };

/** A problem and its column; null where it is the whole row's. */
export type CellProblem = Problem & { column: string | null };

export type Change = { column: string; before: string; after: string };

export const verdictNames = ["new", "change", "same", "refused", "duplicate", "likely"] as const;
export type VerdictName = (typeof verdictNames)[number];

/** What would become of one row. */
export type RowVerdict = {
  /** As a spreadsheet counts: the column names are row 1. */
  row: number;
  verdict: VerdictName;
  /** What the row is about, as far as it says. */
  label: string;
  changes: Change[];
  problems: CellProblem[];
  /** The row of the same file that says the same thing first. */
  firstRow?: number;
  /** What a new one most resembles. */
  resembles?: { id: string; label: string };
};

export type Totals = Record<VerdictName, number>;

/** How a file was read. */
export type About = {
  kind: Kind;
  /** SHA-256 in hexadecimal. */
  sha256: string;
  encoding: Encoding;
  /** Whether nothing in the file said so. */
  isEncodingGuessed: boolean;
  separator: Separator;
  /** Columns that mean something, in the file's order. */
  columns: string[];
  /** Columns we know and never read, such as "is_verified". */
  informative: string[];
  unknown: string[];
  /** Known columns that are not there: what they hold stays. */
  missing: string[];
  /** The first rows as they were understood, columns included. */
  sample: string[][];
};

/** What the server says while it works, a line each; the last is "done" or "refused". */
export type ImportLine =
  | { type: "about"; about: About }
  | { type: "progress"; phase: "check" | "write"; part: number; rows: number }
  | { type: "rows"; rows: RowVerdict[] }
  | { type: "done"; totals: Totals; digest: string; isWritten: boolean }
  | { type: "refused"; refusal: Refusal };

export type Tell = (line: ImportLine) => Promise<void>;

/** Verdicts that stand in the way of writing anything. */
export function isBlocking({ refused, duplicate }: Totals): boolean {
  return refused + duplicate > 0;
}

export function noTotals(): Totals {
  return { new: 0, change: 0, same: 0, refused: 0, duplicate: 0, likely: 0 };
}

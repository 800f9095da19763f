import { stringify } from "csv-stringify/browser/esm/sync";
import type { Problem } from "./verdicts";

// What a spreadsheet takes for the beginning of a formula, full width ones of Numbers included.
const guarded = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Rows as CSV for spreadsheets. A text that would be a formula there gets an apostrophe before it,
 * and one that looks as if it had one already gets another, so that `restoreCell` finds what was.
 */
export function writeRows(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], {
    record_delimiter: "\r\n",
    escape_formulas: true,
    cast: { string: (text) => (guarded.test(text) ? `'${text}` : text) },
  });
}

/** The cell without the apostrophe that kept it from being a formula. */
export function restoreCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

// Spaces of all kinds and the apostrophes that stand between thousands.
const fillers = /[\s\u00a0\u2007\u202f'’]/gu;

/**
 * A number as people write it: "52.5", "52,5", "1 234,50", "1,234.50", "1'234". Null for what is
 * none. "1,234" may be two numbers: it is taken for the smaller one where `most` leaves no other.
 */
export function readNumber(text: string, most: number): number | Problem {
  const plain = text.replace(fillers, "");
  const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(plain);
  const digits = match?.[2];
  if (!match || !digits) return { code: "notANumber" };
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const sign = digits[last] ?? "";
  const isMixed = digits.includes(".") && digits.includes(",");
  const isRepeated = sign !== "" && digits.indexOf(sign) !== last;
  if (isMixed && isRepeated) return { code: "notANumber" };
  const whole = isRepeated ? digits : digits.slice(0, last === -1 ? undefined : last);
  const fraction = isRepeated || last === -1 ? "" : digits.slice(last + 1);
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole))
    return { code: "notANumber" };
  const isUnclear =
    !isMixed &&
    !isRepeated &&
    /^[1-9]\d{0,2}$/.test(whole) &&
    fraction.length === 3 &&
    most >= 1000;
  if (isUnclear) return { code: "ambiguousNumber" };
  return Number(`${match[1]}${whole.replace(/[.,]/g, "") || "0"}.${fraction || "0"}`);
}

const yes = new Set(["yes", "y", "true", "1", "x", "ja", "wahr", "oui", "vrai", "sí", "si", "sì"]);
const no = new Set(["no", "n", "false", "0", "nein", "falsch", "non", "faux"]);

/** Yes or no in the words of some languages; null for any other word. */
export function readYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

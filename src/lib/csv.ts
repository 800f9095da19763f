import { stringify } from "csv-stringify/browser/esm/sync";

// What begins a formula in a spreadsheet, full width ones of Numbers included.
const sign = "=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20";
const start = new RegExp(`^'*[${sign}\\t\\r]`);
const restorable = new RegExp(`^'+[${sign}\\t\\r]`);
// A run always matches as a whole, so that no text takes longer than its length.
const inside = new RegExp(`(^[;|,\\s"]*|[;|,\\s"]+)('*)([${sign}]?)`, "g");
const separates = /[;|,\t\r\n]/;

/** Lets `change` the apostrophes before each sign that is first in what may become a cell. */
function guard(text: string, change: (apostrophes: string) => string): string {
  return text.replace(inside, (whole, run: string, apostrophes: string, found: string, at) =>
    found && (separates.test(run) || (at === 0 && run)) ? run + change(apostrophes) + found : whole,
  );
}

/**
 * A text with an apostrophe before whatever would begin a formula in a spreadsheet. That is not only
 * its first sign: Excel splits by the list separator of its region, not by ours. With `;` it reads our
 * `"a","b;=1+1"` as the cells `a,"b` and `=1+1"`, for a quotation mark counts only where a cell begins,
 * and no quoting of ours helps; of line ends the same is true. So what follows a separator of any
 * region, with or without spaces and quotation marks, is guarded as well. One that looks guarded
 * already gets another apostrophe, so that `restoreCell` finds what was.
 */
function guardCell(text: string): string {
  const guarded = guard(text, (apostrophes) => `${apostrophes}'`);
  return start.test(guarded) ? `'${guarded}` : guarded;
}

/** The cell without the apostrophes that kept it from being formulas. */
export function restoreCell(cell: string): string {
  const started = restorable.test(cell) ? cell.slice(1) : cell;
  return guard(started, (apostrophes) => apostrophes.slice(1));
}

/** Rows as CSV for spreadsheets, with guarded texts; numbers stay numbers, and null is empty. */
export function writeRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(rows as (string | number | null)[][], {
    record_delimiter: "\r\n",
    cast: { string: guardCell },
  });
}

import { foreignTo, parseOsm } from "./osm-grammar";
import { libraryOf, meansTheSame } from "./osm-reference";
import { type OpeningHours, openingHoursSchema } from "./schema";

export { writeOsm } from "./osm-write";
export { readWeekColumns } from "./week-columns";

/** Hours, with a line for each thing that had to be put right, or the reason for none (`OsmProblem`). */
export type ReadHours = { hours: OpeningHours; repairs: string[] } | { problem: string };

/** Warnings of the library about spelling, not about meaning. */
const spelling = new Set([
  "word_error_correction",
  "without_minutes",
  "hour_min_separator",
  "ambiguous_single_digit_hour",
  "ambiguous_word",
  "omit_ko",
  "please_use_ok_for_ko",
  "no_colon_after",
]);

const longest = 1000;
const mostRemembered = 5000;
const read = new Map<string, ReadHours>();

/**
 * Reads a value in OpenStreetMap's syntax. The reference library tidies the words; then our rules and
 * the library must open at the same minutes of whole years, or the value is refused. Remembered by
 * value: a file has the same ones many times.
 */
export function readOsm(text: string): ReadHours {
  const value = text.trim();
  // Too long to be hours, and to be remembered.
  if (value === "" || value.length > longest) return { problem: "unreadable" };
  const known = read.get(value);
  if (known) return known;
  const found = judge(value);
  if (read.size >= mostRemembered) read.clear();
  read.set(value, found);
  return found;
}

function judge(value: string): ReadHours {
  const strange = foreignTo(value);
  if (strange) return { problem: strange };
  try {
    const library = libraryOf(value);
    const tidy = library.prettifyValue();
    const rules = parseOsm(tidy);
    if (typeof rules === "string") return { problem: rules };
    const hours = openingHoursSchema.safeParse({ rules });
    if (!hours.success) return { problem: "too_much" };
    const isSame = meansTheSame(hours.data, tidy);
    if (!isSame) return { problem: isSame === null ? "too_much" : "other_meaning" };
    const isRespelt = library.getStructuredWarnings().some(({ type }) => spelling.has(type));
    return { hours: hours.data, repairs: isRespelt ? [`"${value}" read as "${tidy}"`] : [] };
  } catch {
    // The library throws words, and errors of its own on values that nobody meant.
    return { problem: "unreadable" };
  }
}

import { checkHours } from "@/features/opening-hours/form-schema";
import { readOsm, writeOsm } from "@/features/opening-hours/osm";
import { type OpeningHours, openingHoursSchema } from "@/features/opening-hours/schema";

/**
 * A pharmacy's hours in a cell: in OpenStreetMap's words, or in the words of our own format where those
 * cannot say them. Null for what is neither.
 */
export function readHoursCell(cell: string): OpeningHours | null {
  if (cell.startsWith("{")) {
    const ours = openingHoursSchema.safeParse(parsed(cell));
    return ours.success && checkHours(ours.data).length === 0 ? ours.data : null;
  }
  const read = readOsm(cell);
  return "hours" in read ? read.hours : null;
}

/** The same as a cell that means exactly this. */
export function writeHoursCell(hours: OpeningHours): string {
  return writeOsm(hours) ?? JSON.stringify(hours);
}

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}

import { RefusalError } from "@/lib/refusal";
import { fromDate, type Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { writeCursor } from "../cursor";
import { refuseMoment } from "../rules";
import type { PharmacyResult, SearchInput, SearchResults } from "../schema";
import { listNearest, type PharmacyRow } from "../search-store";
import { stateOf } from "../state";

/** A page of the pharmacies nearby that match, nearest first, and the cursor of the next if there is one. */
export async function searchPharmacies(
  db: Db,
  { near, radiusKm, filters, after, limit }: SearchInput,
  now: Instant,
): Promise<SearchResults> {
  const refusal = refuseMoment(filters.open, now);
  if (refusal) throw new RefusalError(refusal);
  const criteria = { near, within: radiusKm * 1000, filters, now };
  const rows = await listNearest(db, criteria, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    results: shown.map(toResult),
    next: last && rows.length > limit ? writeCursor(last) : null,
  };
}

function toResult(row: PharmacyRow): PharmacyResult {
  const {
    hours,
    moment,
    country: _country,
    holidays: _days,
    dutyUntil,
    hoursConfirmedAt,
    ...shown
  } = row;
  return {
    ...shown,
    state: hours && stateOf(hours, fromDate(moment), row),
    duty: dutyUntil && { until: fromDate(dutyUntil).toString() },
    hoursConfirmedAt: hoursConfirmedAt && fromDate(hoursConfirmedAt).toString(),
  };
}

import { busyUntil, nextTimes } from "@/features/schedules/offer";
import { firstFreeSlots } from "@/features/schedules/rules";
import { type BusyDoctors, busyOf, listBusy } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { type Cursor, writeCursor } from "../cursor";
import { knownFacets } from "../facets";
import { NEVER_FREE, pageBySoonest } from "../rules";
import type { ClinicOffer, DoctorResult, SearchInput, SearchResults } from "../schema";
import { mostCandidates } from "../schema";
import type { SearchCriteria } from "../search-sql";
import { readQuery } from "../specialities";
import { type DoctorRow, listMatching } from "../store";

/** How many free times a result shows at each clinic. */
const timesShown = 3;

/**
 * A page of doctors with the next free times at each clinic that matches. Two statements, and a
 * third for what is searched in words: which specialities there are.
 */
export async function searchDoctors(
  db: PrismaClient,
  input: SearchInput,
  now: Instant,
): Promise<SearchResults> {
  const criteria = await readCriteria(db, input, now);
  const isSoonest = input.sort === "soonest";
  const rows = await listMatching(db, criteria, {
    limit: isSoonest ? mostCandidates : input.limit + 1,
    // The first free times are the engine's word, so "soonest" is cut into pages after it spoke.
    after: isSoonest ? undefined : input.cursor,
    now,
  });
  const busy = await busyOfAll(db, isSoonest ? rows : rows.slice(0, input.limit), now);
  const { page, next } = isSoonest
    ? pageBySoonest(rows, (row) => firstFreeMs(row, busy, now), {
        after: input.cursor,
        limit: input.limit,
      })
    : pageInOrder(rows, input);
  const total = rows[0]?.total ?? 0;
  return {
    doctors: page.map((row) => toResult(row, busy, now, isSoonest)),
    total,
    isCut: isSoonest && total > mostCandidates,
    nextCursor: next && writeCursor(next),
  };
}

async function readCriteria(
  db: PrismaClient,
  input: SearchInput,
  now: Instant,
): Promise<SearchCriteria> {
  const known = input.q ? (await knownFacets(db, now)).specialities.map((one) => one.value) : [];
  return {
    words: readQuery(input.q ?? "", known),
    speciality: input.speciality || null,
    near: input.near ?? null,
    within: input.km * 1000,
    language: input.language || null,
    maxFee: input.maxFee ?? null,
    clinicSlug: input.clinic ?? null,
    sort: input.sort,
  };
}

function busyOfAll(
  db: PrismaClient,
  rows: readonly DoctorRow[],
  now: Instant,
): Promise<BusyDoctors> {
  const facts = rows.flatMap((row) => row.associations.map(({ association }) => association.facts));
  const range = { from: now, to: busyUntil(facts, now) };
  return listBusy(
    db,
    rows.map((row) => row.id),
    range,
  );
}

/** Epoch milliseconds of the first time one can have with a doctor at any of the clinics. */
function firstFreeMs(row: DoctorRow, busy: BusyDoctors, now: Instant): number {
  let first = NEVER_FREE;
  for (const { association } of row.associations) {
    const [slot] = firstFreeSlots(association.facts, busyOf(busy, row.id), now, 1);
    if (slot) first = Math.min(first, slot.startsAt.epochMilliseconds);
  }
  return first;
}

function pageInOrder(
  rows: DoctorRow[],
  { sort, limit }: Pick<SearchInput, "sort" | "limit">,
): { page: DoctorRow[]; next: Cursor | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, next: last ? { sort, keys: last.keys, id: last.id } : null };
}

function toResult(
  row: DoctorRow,
  busy: BusyDoctors,
  now: Instant,
  isSoonest: boolean,
): DoctorResult {
  const clinics = row.associations.map((placed) => toOffer(placed, busyOf(busy, row.id), now));
  if (isSoonest) clinics.sort((a, b) => compareFirst(a.times[0], b.times[0]));
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    specialization: row.specialization,
    subSpecialization: row.subSpecialization,
    languages: row.languages,
    rating: row.rating === null ? null : { value: row.rating, count: row.ratingCount },
    clinics,
  };
}

function toOffer(
  { association, distance }: DoctorRow["associations"][number],
  busy: ReturnType<typeof busyOf>,
  now: Instant,
): ClinicOffer {
  const { clinic, fee, currency, facts } = association;
  const { slug, name, address, city, timezone, latitude, longitude } = clinic;
  return {
    associationId: association.id,
    clinic: { slug, name, address, city, timezone, latitude, longitude },
    distanceMetres: distance,
    fee: fee === null ? null : { amount: fee, currency },
    durationMinutes: facts.durationMinutes,
    ...nextTimes(association, busy, now, timesShown),
  };
}

/** ISO texts of one form sort as the instants do; what is missing comes last. */
function compareFirst(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

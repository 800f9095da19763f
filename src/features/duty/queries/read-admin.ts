import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";
import type { Db } from "@/server/db";
import { readCover } from "../cover";
import type { DistrictAnswers } from "../form-schema";
import { gapDays } from "../rules";
import { findPharmacies } from "../shift-store";
import { type District, findDistrict, listDistricts } from "../store";
import { readCoverage } from "./read-coverage";

/** How far the picture of a district reaches, in days. */
const shownDays = 28;

/** Every district with its gaps of the next 14 days, soonest first. */
export async function readDistricts(db: Db, now: Instant) {
  const found = await readCoverage(db, await listDistricts(db), { now, days: gapDays });
  return found.map(({ district: { id, name, slug, timezone }, gaps }) => ({
    id,
    name,
    slug,
    timezone,
    gaps,
  }));
}

/** Only those with gaps, the soonest gap first. */
export async function readGaps(db: Db, now: Instant) {
  const all = (await readDistricts(db, now)).filter(({ gaps }) => gaps.length > 0);
  const soonest = ({ gaps }: (typeof all)[number]) => gaps[0]?.startMs ?? 0;
  return all.sort((a, b) => soonest(a) - soonest(b));
}

/** A district with four weeks from today's beginning there. Refuses NOT_FOUND. */
export async function readDistrict(db: Db, districtId: string, now: Instant) {
  const district = await districtOr404(db, districtId);
  const [coverage] = await readCoverage(db, [district], {
    now,
    days: shownDays,
    isFromMidnight: true,
  });
  if (!coverage) throw new RefusalError(refuse("NOT_FOUND"));
  const { cover, gaps, shifts } = coverage;
  return {
    id: district.id,
    revision: district.revision,
    answers: answersOf(district),
    today: clinicDateOf(now, district.timezone).toString(),
    days: shownDays,
    cover,
    gaps,
    shifts,
  };
}

/** Pharmacies of the district for somebody to choose from. Refuses NOT_FOUND. */
export async function searchPharmacies(db: Db, input: { districtId: string; text: string }) {
  return findPharmacies(db, await districtOr404(db, input.districtId), input.text);
}

export function answersOf(district: District): DistrictAnswers {
  const { name, slug, country, timezone, radiusKm, latitude, longitude, cover } = district;
  const position = `${Number(latitude.toFixed(8))}, ${Number(longitude.toFixed(8))}`;
  return { name, slug, country, timezone, radiusKm, position, ...readCover(cover) };
}

export async function districtOr404(db: Db, id: string): Promise<District> {
  const district = await findDistrict(db, { id });
  if (!district) throw new RefusalError(refuse("NOT_FOUND"));
  return district;
}

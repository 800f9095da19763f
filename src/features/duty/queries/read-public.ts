import type { Point } from "@/lib/geo";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { publicDays } from "../rules";
import { type District, findDistrict, listDistricts } from "../store";
import { type Coverage, readCoverage } from "./read-coverage";

/** So many districts are told of with their duties; the others are found by a place. */
const mostShown = 20;

/** Who is on duty, district by district: by name, or from a point the nearest first. */
export async function readPublicDistricts(db: Db, near: Point | undefined, now: Instant) {
  const all = await listDistricts(db, near);
  return { districts: await shown(db, all.slice(0, mostShown), now), count: all.length };
}

/** One district. Refuses NOT_FOUND. */
export async function readPublicDistrict(db: Db, slug: string, now: Instant) {
  const found = await findDistrict(db, { slug });
  const [district] = found ? await shown(db, [found], now) : [];
  if (!district) throw new RefusalError(refuse("NOT_FOUND"));
  return district;
}

async function shown(db: Db, districts: readonly District[], now: Instant) {
  const found = await readCoverage(db, districts, { now, days: publicDays });
  return found.map((coverage) => publicOf(coverage, now.epochMilliseconds));
}

/** What the public sees of a district: listed pharmacies and gaps as one list, soonest first. */
function publicOf({ district, cover, gaps, shifts }: Coverage, nowMs: number) {
  const { name, slug, timezone, latitude, longitude, metres } = district;
  const duties = shifts
    .filter(({ isListed }) => isListed)
    .map((shift) => ({
      startMs: shift.startMs,
      endMs: shift.endMs,
      pharmacy: {
        name: shift.name,
        slug: shift.slug,
        address: shift.address,
        phone: shift.phone,
      },
    }));
  const entries = [...duties, ...gaps.map((gap) => ({ ...gap, pharmacy: null }))].sort(
    (a, b) => a.startMs - b.startMs || a.endMs - b.endMs,
  );
  return {
    name,
    slug,
    timezone,
    latitude,
    longitude,
    metres,
    /** Whether somebody must be on duty at this moment. */
    isNeededNow: cover.some(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs),
    entries,
  };
}

export type PublicDistrict = Awaited<ReturnType<typeof readPublicDistrict>>;

import type { z } from "zod";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { intervalOf } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import { clinicDateOf, resolveWall } from "@/lib/time/zone";
import type { Db } from "@/server/db";
import { readAround } from "../around-store";
import { type Planned, planRota } from "../rules";
import type { planInput } from "../schema";
import { listBusy, listShifts, pharmaciesOf } from "../shift-store";
import type { District } from "../store";
import { districtOr404 } from "./read-admin";

type Wish = z.infer<typeof planInput>;
export type NamedPlan = (Planned & { name: string | null })[];

/** What a rota would write, and what is in its way; writes nothing. Refuses as `planFor`. */
export async function previewRota(db: Db, wish: Wish, now: Instant): Promise<NamedPlan> {
  return planFor(db, await districtOr404(db, wish.districtId), wish, now);
}

/**
 * The plan for a district. Refuses INVALID_INPUT for a pharmacy that is not listed or not of the
 * district, and for a first day that is past or more than a year away.
 */
export async function planFor(
  db: Db,
  district: District,
  { pharmacyIds, firstDate, days }: Wish,
  now: Instant,
): Promise<NamedPlan> {
  const { timezone } = district;
  const today = clinicDateOf(now, timezone);
  const first = parsePlainDate(firstDate);
  const isNear = first && firstDate >= `${today}` && firstDate <= `${today.add({ years: 1 })}`;
  if (!first || !isNear)
    throw new RefusalError(refuse("INVALID_INPUT", { fields: { firstDate: "dutyFirstDay" } }));
  const ids = [...new Set(pharmacyIds)];
  // A window that begins on the last day may end two days later.
  const range = intervalOf(
    resolveWall(first.subtract({ days: 3 }), 0, timezone),
    resolveWall(first.add({ days: days + 3 }), 0, timezone),
  );
  const [known, taken, busy, aroundOf] = await Promise.all([
    pharmaciesOf(db, district, ids),
    listShifts(db, [district.id], range),
    listBusy(db, ids, range),
    readAround(db, [district], { first, days }),
  ]);
  if (known.length !== ids.length)
    throw new RefusalError(refuse("INVALID_INPUT", { fields: { pharmacyIds: "dutyPharmacy" } }));
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const plan = planRota({
    cover: district.cover,
    around: aroundOf(district),
    first,
    days,
    pharmacyIds,
    taken: taken.filter(({ isListed }) => isListed),
    busy,
    now,
  });
  return plan.map((planned) => ({ ...planned, name: names.get(planned.pharmacyId) ?? null }));
}

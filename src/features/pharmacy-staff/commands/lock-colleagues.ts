import { RefusalError, refuse } from "@/lib/refusal";
import type { Tx } from "@/server/db";
import { listStaff, type StaffRow } from "../colleague-store";
import { lockPharmacyName } from "../join-store";
import type { Member } from "./confirm-hours";

export type Colleagues = { pharmacy: string; me: StaffRow; all: StaffRow[]; owners: number };

/** Locks a pharmacy's staff as it stands now. Refuses NOT_ALLOWED to who has left meanwhile. */
export async function lockColleagues(tx: Tx, { userId, pharmacyId }: Member): Promise<Colleagues> {
  const pharmacy = await lockPharmacyName(tx, pharmacyId);
  const all = await listStaff(tx, pharmacyId);
  const me = all.find((one) => one.userId === userId);
  if (!pharmacy || !me) throw new RefusalError(refuse("NOT_ALLOWED"));
  const owners = all.filter(({ position, isActive }) => position === "owner" && isActive).length;
  return { pharmacy: pharmacy.name, me, all, owners };
}

/** One of them as somebody saw them. Refuses NOT_FOUND and CHANGED_MEANWHILE. */
export function colleagueSeen(all: StaffRow[], staffId: string, expectedRevision: number) {
  const target = all.find(({ id }) => id === staffId);
  if (!target) throw new RefusalError(refuse("NOT_FOUND"));
  if (target.revision !== expectedRevision) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
  return target;
}

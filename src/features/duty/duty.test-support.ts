import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createDistrict } from "@/testing/factories/duty";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";

export const db = testDatabase();
/** A Wednesday, ten in the morning in Chicago. */
export const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);

/** Calls as an administrator who may edit the rota. */
export async function asAdmin() {
  const { userId } = await createAdmin(db, { accessLevel: "admin" });
  return callAs(db, userId, now);
}

/** The Loop's district with two pharmacies in it, the first of which has an owner. */
export async function aDistrict() {
  const [district, one, other, api, nobody] = await Promise.all([
    createDistrict(db),
    createPharmacy(db, { name: "Alpha", phone: "+1 312 555 0101" }),
    createPharmacy(db, { name: "Beta" }),
    asAdmin(),
    callAs(db, null, now),
  ]);
  const staff = await createPharmacyStaff(db, { pharmacyId: one.id });
  const add = (pharmacyId: string, from: string, to: string, districtId = district.id) =>
    api.duty.addShift({ districtId, answers: { pharmacyId, from, to } });
  return { district, one, other, api, nobody, staff, add };
}

import { randomUUID } from "node:crypto";
import type { StaffPosition } from "@/lib/staff-rights";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { createUser, type UserOverrides } from "@/testing/factories/user";

export const db = testDatabase();
export const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);
export const person = { givenName: "Ada", familyName: "Bell", phone: "" };
export const words = { role: "owner" as const, licenseNumber: "RX-1", words: "Ask for me." };

/** Somebody who has just signed up, and their calls. */
export async function aNewcomer(overrides: UserOverrides = {}) {
  const user = await createUser(db, { isOnboarded: false, ...overrides });
  return { user, api: await callAs(db, user.id, now) };
}

/** A moderator, who may verify pharmacies. */
export async function aModerator() {
  const { userId } = await createAdmin(db, { accessLevel: "moderator" });
  return { userId, api: await callAs(db, userId, now) };
}

/** A pharmacy, and people who work there in these positions with their calls, by position. */
export async function aTeam<P extends StaffPosition>(...positions: P[]) {
  const { id: pharmacyId } = await createPharmacy(db);
  const people = await Promise.all(
    positions.map(async (position) => {
      const isOwner = position === "owner";
      const staff = await createPharmacyStaff(db, { pharmacyId, position, isOwner });
      const api = await callAs(db, staff.userId, now);
      return [position, { ...staff, api }] as const;
    }),
  );
  const team = Object.fromEntries(people) as Record<P, (typeof people)[number][1]>;
  return { pharmacyId, team };
}

/** One more of a pharmacy's staff. */
export async function anotherOf(pharmacyId: string, position: StaffPosition) {
  const staff = await createPharmacyStaff(db, {
    pharmacyId,
    position,
    isOwner: position === "owner",
    isPrimaryContact: false,
  });
  return { ...staff, api: await callAs(db, staff.userId, now) };
}

export const anAddress = () => `${randomUUID()}@test.medico24.example`;

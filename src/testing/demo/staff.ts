import { adminRow } from "@/testing/factories/admin";
import { pharmacyStaffRow } from "@/testing/factories/pharmacy-staff";
import { userRow } from "@/testing/factories/user";
import type { Clock } from "./clock";
import { asUser, demoDomain } from "./people";
import type { DemoPharmacy } from "./pharmacies";
import { idOf } from "./random";

const administrators = [
  ["support", "Grace", "Okafor", "Help desk", "Support agent"],
  ["moderator", "Thomas", "Berger", "Verification", "Licence reviewer"],
  ["admin", "Leila", "Rahimi", "Operations", "Operations manager"],
  ["super_admin", "Ingrid", "Solberg", "Operations", "Head of platform"],
] as const;

function account(name: string, givenName: string, familyName: string) {
  return asUser({
    givenName,
    familyName,
    gender: "female",
    languages: [],
    email: `${name}@${demoDomain}`,
  });
}

/** An administrator of each level: people and their admin rows, in the same order. */
export function buildAdmins(clock: Clock) {
  return administrators.map(([level, givenName, familyName, department, jobTitle]) => {
    const name = level.replace("_", "-");
    const user = userRow({
      ...account(name, givenName, familyName),
      id: idOf(`user ${name}`),
      role: "admin",
      createdAt: clock.daysAgo(1500),
    });
    const row = adminRow({
      id: idOf(`admin ${name}`),
      userId: user.id,
      accessLevel: level,
      department,
      jobTitle,
    });
    return { user, row };
  });
}

/** The owner of the demo's pharmacy, which is a verified one in Chicago. */
export function buildPharmacyOwner(pharmacies: readonly DemoPharmacy[], clock: Clock) {
  const pharmacy = pharmacies.find((one) => one.isVerified && one.isActive && one.supportsDelivery);
  if (!pharmacy) throw new Error("The demo has no pharmacy to own.");
  const user = userRow({
    ...account("pharmacy", "Rosa", "Delgado"),
    id: idOf("user pharmacy"),
    role: "pharmacy",
    createdAt: clock.daysAgo(390),
  });
  const row = pharmacyStaffRow({
    id: idOf("pharmacy staff owner"),
    userId: user.id,
    pharmacyId: pharmacy.id,
    dateJoined: clock.dateIn(-390),
    employmentType: "full_time",
  });
  return { user, row, pharmacy };
}

/** Someone who has just signed up and not said yet who they are. */
export function buildNewcomer(clock: Clock) {
  return userRow({
    ...account("newcomer", "", ""),
    id: idOf("user newcomer"),
    givenName: null,
    familyName: null,
    fullName: null,
    isOnboarded: false,
    createdAt: clock.daysAgo(0, 2),
  });
}

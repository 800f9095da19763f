import { holidayYears } from "@/features/opening-hours/rules";
import type { Instant } from "@/lib/time/instant";
import { handIn } from "./applications";
import { buildAssociations } from "./associations";
import { buildClinics } from "./clinics";
import { clockAt } from "./clock";
import { buildDaysOff } from "./days-off";
import { buildDoctors } from "./doctors";
import { buildDuty } from "./duty";
import { buildNotifications } from "./notifications";
import { buildPatients } from "./patients";
import { buildPharmacies } from "./pharmacies";
import { buildProposals } from "./proposals";
import { buildReviews } from "./reviews";
import { buildAdmins, buildNewcomer, buildPharmacyOwner } from "./staff";
import { buildVisits } from "./visits";

export type World = ReturnType<typeof buildWorld>;

/**
 * Everyone and everything in the demo, as rows, made for a moment: the same for any moment of a
 * day, but for which of the day's visits are over. Asks no database.
 */
export function buildWorld(now: Instant) {
  const clock = clockAt(now);
  const taken = new Set<string>();
  const admins = buildAdmins(clock);
  const moderator = admins.find(({ row }) => row.accessLevel === "moderator");
  if (!moderator) throw new Error("Nobody verifies the doctors.");
  const clinics = buildClinics(clock);
  const { doctors, files } = handIn(buildDoctors(clock, taken, moderator.user.id), clock);
  const { associations, exceptions, blocks } = buildDaysOff(
    buildAssociations(doctors, clinics, clock),
    clock,
  );
  const patients = buildPatients(clock, taken);
  const pharmacies = buildPharmacies(clock);
  const owner = buildPharmacyOwner(pharmacies, clock);
  const visits = buildVisits(patients, associations, clock);
  const newcomer = buildNewcomer(clock);
  return {
    clock,
    users: [
      ...admins.map(({ user }) => user),
      ...patients.map(({ user }) => user),
      ...doctors.map(({ user }) => user),
      owner.user,
      newcomer,
    ],
    admins,
    moderator,
    clinics,
    ...buildProposals(clinics, doctors, clock),
    doctors,
    files,
    associations,
    exceptions,
    blocks,
    patients,
    pharmacies,
    holidayYears: holidayYears(now),
    duty: buildDuty(pharmacies, clock),
    owner,
    visits,
    reviews: buildReviews(visits, clock, moderator.user.id),
    notifications: buildNotifications(visits, clock),
  };
}

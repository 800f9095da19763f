import { associationRow } from "@/testing/factories/association";
import { clinicRow } from "@/testing/factories/clinic";
import type { DemoClinic } from "./clinics";
import type { Clock } from "./clock";
import type { DemoDoctor } from "./doctors";
import { idOf } from "./random";

/** Some steps down the street. */
const nearby = 0.0004;

/**
 * What waits for an administrator: a clinic that a doctor has proposed and one that is on the list
 * already under a like name; and two entries of one clinic. Nobody has hours there yet.
 */
export function buildProposals(
  clinics: readonly DemoClinic[],
  doctors: readonly DemoDoctor[],
  clock: Clock,
) {
  const known = clinics.filter(({ city }) => city.key === "chicago").map(({ row }) => row);
  const [twin, listed] = known;
  // Those with an account of their own in the demo keep their clinics as they are.
  const [first, second, third] = doctors
    .filter(({ row, city, trait }) => row.isVerified && city.key === "chicago" && !trait.name)
    .slice(-3);
  if (!twin || !listed || !first || !second || !third) throw new Error("Nothing to propose.");
  const row = (slug: string, like: typeof twin, changes: Parameters<typeof clinicRow>[0]) =>
    clinicRow({
      ...like,
      id: idOf(`clinic ${slug}`),
      slug,
      description: null,
      openingHours: {},
      services: [],
      amenities: [],
      insuranceAccepted: [],
      createdAt: clock.daysAgo(3),
      ...changes,
    });
  const made = [
    {
      doctor: first,
      clinic: row("harbour-lights-practice", twin, {
        name: "Harbour Lights Practice",
        address: "401 N Wabash Ave",
        latitude: 41.8892,
        longitude: -87.6266,
        status: "proposed",
        proposedBy: first.user.id,
      }),
    },
    {
      doctor: second,
      clinic: row(`${listed.slug}-2`, listed, {
        name: `The ${listed.name}`,
        latitude: Number(listed.latitude) + nearby,
        status: "proposed",
        proposedBy: second.user.id,
      }),
    },
    {
      doctor: third,
      clinic: row(`${twin.slug}-new`, twin, {
        name: `${twin.name} (new)`,
        latitude: Number(twin.latitude) + nearby,
        description: twin.description,
        createdAt: clock.daysAgo(200),
      }),
    },
  ];
  return {
    proposedClinics: made.map(({ clinic }) => clinic),
    proposedAssociations: made.map(({ doctor, clinic }) =>
      associationRow({
        id: idOf(`association ${clinic.slug}`),
        doctorId: doctor.row.id,
        clinicId: clinic.id,
        consultationFee: doctor.fee,
        consultationDurationMinutes: doctor.minutes,
        availableTimeSlots: {},
        startDate: clock.dateIn(-3),
      }),
    ),
  };
}

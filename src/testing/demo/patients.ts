import { patientRow } from "@/testing/factories/patient";
import { userRow } from "@/testing/factories/user";
import type { Clock } from "./clock";
import { type City, type CityKey, cities } from "./data/cities";
import { asUser, demoDomain, type Person, peopleOf } from "./people";
import { idOf, type Random, random } from "./random";

export type DemoPatient = {
  user: ReturnType<typeof userRow>;
  row: ReturnType<typeof patientRow>;
  city: City;
  /** Comes to pediatricians too, for a child. */
  isParent: boolean;
};

const counts: Record<CityKey, number> = {
  chicago: 28,
  mumbai: 3,
  berlin: 3,
  kathmandu: 3,
  sydney: 3,
};

const allergies = ["Penicillin", "Peanuts", "Pollen", "Latex", "Ibuprofen", "Cat hair"];
const conditions = ["Asthma", "Hypertension", "Type 2 diabetes", "Migraine", "Hypothyroidism"];
const bloodGroups = ["A+", "O+", "B+", "AB+", "A-", "O-"];
const relations = ["Spouse", "Parent", "Sibling", "Friend", "Child"];

/** Forty patients; the first is the demo's own. */
export function buildPatients(clock: Clock, taken: Set<string>): DemoPatient[] {
  const meet = peopleOf("patient", taken);
  const homes = Object.values(cities).flatMap((city) =>
    Array.from({ length: counts[city.key] }, () => city),
  );
  return homes.map((city, index) => {
    const rng = random(`patient ${index}`);
    const met = meet(city.key);
    const person: Person = index > 0 ? met : demoPatient(met);
    const user = userRow({
      ...asUser(person),
      id: idOf(`user ${person.email}`),
      phone: city.phone?.(60 + index) ?? null,
      createdAt: clock.daysAgo(rng.int(740, 900)),
      lastLoginAt: clock.daysAgo(rng.int(0, 30), rng.int(1, 12)),
    });
    const row = profile(rng, person, user, city, clock);
    return { user, row, city, isParent: index === 0 || rng.chance(0.3) };
  });
}

function demoPatient(met: Person): Person {
  const name = { givenName: "Maya", familyName: "Thompson", gender: "female" as const };
  return { ...met, ...name, email: `patient@${demoDomain}` };
}

function profile(rng: Random, person: Person, user: DemoPatient["user"], city: City, clock: Clock) {
  const spot = rng.pick(city.spots);
  const hasEmergencyContact = rng.chance(0.7);
  return patientRow({
    id: idOf(`patient ${user.email}`),
    userId: user.id,
    dateOfBirth: clock.dateIn(-rng.int(19 * 366, 84 * 365)),
    gender: person.gender,
    bloodGroup: rng.chance(0.6) ? rng.pick(bloodGroups) : null,
    allergies: rng.chance(0.4) ? rng.some(allergies, 1, 2) : [],
    chronicConditions: rng.chance(0.35) ? rng.some(conditions, 1, 2) : [],
    emergencyContactName: hasEmergencyContact ? `${rng.pick(helpers)} ${person.familyName}` : null,
    emergencyContactPhone: hasEmergencyContact ? (city.phone?.(rng.int(0, 99)) ?? null) : null,
    emergencyContactRelationship: hasEmergencyContact ? rng.pick(relations) : null,
    address: spot.address,
    city: city.name,
    state: city.state,
    country: city.country,
    insuranceProvider: rng.chance(0.8) ? rng.pick(city.insurers) : null,
    insurancePolicyNumber: `DEMO-${String(rng.int(100000, 999999))}`,
    createdAt: user.createdAt ?? null,
  });
}

const helpers = ["Alex", "Sam", "Robin", "Jo", "Charlie", "Kim"];

import { doctorRow } from "@/testing/factories/doctor";
import { userRow } from "@/testing/factories/user";
import type { Clock } from "./clock";
import { type City, type CityKey, cities } from "./data/cities";
import { qualificationOf } from "./data/qualifications";
import { type Speciality, specialities } from "./data/specialities";
import { chicagoTraits, type Trait } from "./data/traits";
import { asUser, demoDomain, type Person, peopleOf } from "./people";
import { idOf, type Random, random } from "./random";
import { uniqueSlugs } from "./slug";

export type DemoDoctor = {
  user: ReturnType<typeof userRow>;
  row: ReturnType<typeof doctorRow>;
  city: City;
  speciality: Speciality;
  trait: Trait;
  fee: number;
  minutes: number;
  /** Mean of the stars that patients give. */
  stars: number;
};

const elsewhere: Record<Exclude<CityKey, "chicago">, number> = {
  mumbai: 15,
  berlin: 13,
  kathmandu: 9,
  sydney: 13,
};

const manners = [
  "Explains things in plain words and leaves time for questions.",
  "Writes down what was agreed, so that nobody has to remember it on the way home.",
  "Works closely with family doctors and sends them a letter after each visit.",
  "Sees people on time; the first quarter of an hour of the day is kept free for emergencies.",
  "Family members are welcome at the visit.",
  "Offers results by telephone, where no visit is needed.",
];

/** Who practises what where, in a fixed order. */
function posts(): { city: City; speciality: Speciality; trait: Trait }[] {
  const here = specialities.flatMap((speciality) =>
    Array.from({ length: speciality.inChicago }, (_, index) => ({
      city: cities.chicago,
      speciality,
      trait: chicagoTraits[`${speciality.name} ${index}`] ?? {},
    })),
  );
  const away = Object.entries(elsewhere).flatMap(([key, count]) =>
    specialities.slice(0, count).map((speciality, index) => ({
      city: cities[key as CityKey],
      speciality,
      trait: index === 6 && key !== "kathmandu" ? ({ isUnverified: true } as const) : {},
    })),
  );
  return [...here, ...away];
}

/** All doctors; `verifierId` is the administrator who has looked at their licences. */
export function buildDoctors(clock: Clock, taken: Set<string>, verifierId: string): DemoDoctor[] {
  const meet = peopleOf("doctor", taken);
  const slug = uniqueSlugs();
  return posts().map(({ city, speciality, trait }, index) => {
    const rng = random(`doctor ${index}`);
    const person = named(meet(city.key), trait);
    const minutes = rng.pick(speciality.minutes);
    const fee = feeOf(rng, city, speciality);
    const id = idOf(`doctor ${person.email}`);
    const joinedDaysAgo = rng.int(770, 1100);
    const user = userRow({
      ...asUser(person),
      id: idOf(`user ${person.email}`),
      role: "doctor",
      createdAt: clock.daysAgo(joinedDaysAgo),
      lastLoginAt: clock.daysAgo(rng.int(1, 9), rng.int(0, 9)),
    });
    const row = doctorRow({
      id,
      userId: user.id,
      slug: slug(`${person.givenName} ${person.familyName}`),
      specialization: speciality.name,
      ...profile(rng, person, city, speciality),
      ...licence(rng, city, trait, index, clock),
      consultationFee: fee,
      consultationDurationMinutes: minutes,
      isVerified: !trait.isUnverified,
      verifiedAt: trait.isUnverified ? null : clock.daysAgo(joinedDaysAgo - 3),
      verifiedBy: trait.isUnverified ? null : verifierId,
      createdAt: clock.daysAgo(trait.isUnverified ? 2 : joinedDaysAgo),
    });
    return { user, row, city, speciality, trait, fee, minutes, stars: 4.25 + rng.next() * 0.7 };
  });
}

function named(person: Person, trait: Trait): Person {
  const languages = trait.languages ?? person.languages;
  if (!trait.name) return { ...person, languages };
  const { account, ...name } = trait.name;
  const email = account ? `${account}@${demoDomain}` : person.email;
  return { ...person, ...name, languages, email };
}

function feeOf(rng: Random, city: City, speciality: Speciality): number {
  const fee = speciality.fee * city.feeScale * (0.85 + rng.next() * 0.4);
  return Math.round(fee / city.feeStep) * city.feeStep;
}

function profile(rng: Random, person: Person, city: City, speciality: Speciality) {
  const years = rng.int(4, 32);
  const focus = rng.pick(speciality.focuses);
  const article = /^[aeiou]/i.test(speciality.title) ? "an" : "a";
  const bio = [
    `${person.givenName} ${person.familyName} is ${article} ${speciality.title} and has practised for ${years} years.`,
    `Helps people with ${rng.pick(speciality.helpsWith)}.`,
    rng.pick(manners),
  ].join(" ");
  return {
    bio,
    subSpecialization: focus,
    qualification: qualificationOf(city.key, speciality),
    experienceYears: years,
    languagesSpoken: [...new Set([...city.commonLanguages, ...person.languages])],
  };
}

function licence(rng: Random, city: City, trait: Trait, index: number, clock: Clock) {
  // Not one after another: numbers that are one sign apart look like a slip to who checks them.
  const digits = random(`licence ${index}`).int(100_000, 999_999);
  const number = `${city.licensePrefix}-DEMO-${digits}`;
  return {
    licenseNumber: number,
    medicalCouncilRegistration: number,
    licenseAuthority: city.licenseAuthority,
    licenseCountry: city.country,
    licenseExpiresOn: clock.dateIn(trait.licenseExpiresInDays ?? rng.int(200, 1000)),
  };
}

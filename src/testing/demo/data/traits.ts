import type { WeeklyHours } from "@/features/schedules/template";
import { scarceHours } from "../hours";

/** What sets single doctors apart, so that every state of the product can be seen in the demo. */
export type Trait = {
  name?: { givenName: string; familyName: string; gender: "female" | "male"; account?: string };
  languages?: readonly string[];
  isUnverified?: true;
  licenseExpiresInDays?: number;
  hours?: WeeklyHours;
  hasTwoClinics?: true;
  isFullyBooked?: true;
  isOnLeave?: true;
  isNotAccepting?: true;
  /** The association ends or begins in so many days. */
  endsInDays?: number;
  startsInDays?: number;
  hadOtherClinic?: true;
};

const [twiceAWeek, afternoons, fridays] = scarceHours;

/** By speciality and place in its list of doctors in Chicago. */
export const chicagoTraits: Readonly<Record<string, Trait>> = {
  "Family medicine 0": {
    name: { givenName: "Sofía", familyName: "Núñez", gender: "female", account: "doctor" },
    languages: ["Spanish"],
    hasTwoClinics: true,
  },
  "Family medicine 3": { isNotAccepting: true },
  "Internal medicine 1": {
    name: { givenName: "Noah", familyName: "Lindqvist", gender: "male", account: "new-doctor" },
    languages: ["Swedish"],
    isUnverified: true,
  },
  "Pediatrics 0": {
    name: { givenName: "Siobhan", familyName: "O'Brien", gender: "female" },
    languages: [],
  },
  "Pediatrics 2": { hadOtherClinic: true },
  "Obstetrics and gynecology 1": { isOnLeave: true },
  "Dentistry 3": { isUnverified: true },
  "Dermatology 0": { isFullyBooked: true, ...(twiceAWeek && { hours: twiceAWeek }) },
  "Cardiology 0": {
    name: { givenName: "Emre", familyName: "Şahin", gender: "male" },
    languages: ["Turkish"],
    hasTwoClinics: true,
  },
  "Cardiology 3": { endsInDays: 21 },
  "Orthopedics 2": { licenseExpiresInDays: -12 },
  "Psychiatry 1": { isFullyBooked: true, ...(afternoons && { hours: afternoons }) },
  "Ophthalmology 4": { isUnverified: true },
  "Neurology 1": { licenseExpiresInDays: 20 },
  "Gastroenterology 1": { startsInDays: 10 },
  "Rheumatology 0": { isFullyBooked: true, ...(fridays && { hours: fridays }) },
};

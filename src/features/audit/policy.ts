import type { Right } from "@/lib/rights";

/** Whose names the log may show to someone who may read it; without, the id stands there. */
export type Naming = { people: boolean; doctors: boolean; appointments: boolean };

export function namingOf(rights: ReadonlySet<Right>): Naming {
  const people = rights.has("people.read");
  return {
    people,
    doctors: people || rights.has("doctors.verify"),
    appointments: rights.has("appointments.read"),
  };
}

/** What stands in the log for what its reader may not know. */
export const hidden = "…";

/** Things that an entry may tell by which a person is known; what an administrator searched for, too. */
export const personalKeys = [
  "email",
  "name",
  "phone",
  "given_name",
  "family_name",
  "full_name",
  "givenName",
  "familyName",
  "fullName",
  "license_number",
  "licenseNumber",
  "medical_council_registration",
  "who",
  "text",
];
/** Those of a house, which anybody may know, and of a file. */
export const openSubjects = [
  "clinic",
  "pharmacy",
  "district",
  "association",
  "settings",
  "transfer",
];
/** Those that are about a doctor. */
export const doctorSubjects = ["doctor", "renewal"];

/** The page of the administration about the subject of an entry, and what it asks for. */
const rooms: Readonly<Record<string, readonly [right: Right, path: (id: string) => string][]>> = {
  user: [["people.read", (id) => `/admin/people/${id}`]],
  patient: [["people.read", (id) => `/admin/people/${id}`]],
  doctor: [["doctors.verify", (id) => `/admin/doctors/${id}`]],
  renewal: [["doctors.verify", (id) => `/admin/doctors/${id}`]],
  appointment: [["appointments.read", (id) => `/admin/appointments/${id}`]],
  clinic: [["clinics.edit", (id) => `/admin/clinics/${id}`]],
  association: [["clinics.edit", (id) => `/admin/clinics/${id}`]],
  district: [["duty.edit", (id) => `/admin/duty/${id}`]],
  pharmacy: [
    ["pharmacies.edit", (id) => `/admin/pharmacies/${id}`],
    ["pharmacies.verify", (id) => `/admin/pharmacies/${id}/review`],
  ],
  administrator: [["administrators.read", (id) => `/admin/administrators/${id}`]],
  settings: [["settings.read", () => "/admin/settings"]],
  transfer: [["transfer.export", () => "/admin/transfer"]],
};

/**
 * Where someone with these rights sees the subject; null where there is no such page, or it is not
 * theirs to open. `id` is of what the page is about: of the doctor, for a renewal.
 */
export function subjectHref(
  rights: ReadonlySet<Right>,
  subjectType: string,
  id: string | null,
): string | null {
  const room = rooms[subjectType]?.find(([right]) => rights.has(right));
  return room && id ? room[1](id) : null;
}

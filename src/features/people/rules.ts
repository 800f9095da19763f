import { type Refusal, refuse } from "@/lib/refusal";

export const roles = ["patient", "doctor", "pharmacy", "admin"] as const;
export type Role = (typeof roles)[number];

/** What a change of somebody's role or activity rests on. "Ahead": booked or confirmed, and later than now. */
export type PersonFacts = {
  role: Role;
  isActive: boolean;
  isEmailVerified: boolean;
  /** They are or were a doctor here. */
  hasDoctorFile: boolean;
  /** Patients can find and book them now. */
  isListed: boolean;
  /** Appointments ahead with them as a doctor. */
  doctorAhead: number;
  /** Their own, as a patient. */
  patientAhead: number;
  pharmacyName: string | null;
};

/** Why somebody can't take a role; one "applies" as a doctor, "unconfirmed" is the e-mail address. */
export type RoleObstacle =
  | "same"
  | "throughPatient"
  | "applies"
  | "unconfirmed"
  | "hasAppointments";

/**
 * What keeps somebody from a role; null where nothing does. Any role leads to that of a patient and
 * begins there. Who has been a doctor can be one again; who has not applies for it. A patient keeps
 * what they have booked: they cannot become anything else until it is over or cancelled. An
 * address that nobody has confirmed may be anybody's, so no administrator has one.
 */
export function obstacleTo(role: Role, facts: PersonFacts): RoleObstacle | null {
  if (role === facts.role) return "same";
  if (role === "patient") return null;
  if (facts.role !== "patient") return "throughPatient";
  if (role === "doctor" && !facts.hasDoctorFile) return "applies";
  if (role === "admin" && !facts.isEmailVerified) return "unconfirmed";
  return facts.patientAhead > 0 ? "hasAppointments" : null;
}

/** ROLE_CHANGE_NOT_POSSIBLE where something keeps somebody from a role. */
export function refuseRole(role: Role, facts: PersonFacts): Refusal | null {
  return obstacleTo(role, facts) ? refuse("ROLE_CHANGE_NOT_POSSIBLE") : null;
}

export type Consequence =
  | {
      key:
        | "unlisted"
        | "documentsStay"
        | "rightsEnd"
        | "noRightsYet"
        | "listedAgain"
        | "sessionsEnd";
    }
  | { key: "toDecide" | "stayBooked"; count: number }
  | { key: "leavesPharmacy"; pharmacy: string };

const isDoctor = ({ role }: PersonFacts) => role === "doctor";

function ofLeaving(facts: PersonFacts): Consequence[] {
  return [
    ...(facts.isListed ? [{ key: "unlisted" } as const] : []),
    ...(isDoctor(facts) && facts.doctorAhead > 0
      ? [{ key: "toDecide", count: facts.doctorAhead } as const]
      : []),
    ...(facts.role === "admin" ? [{ key: "rightsEnd" } as const] : []),
  ];
}

/** What switching an account off brings about. */
export function consequencesOfOff(facts: PersonFacts): Consequence[] {
  const { patientAhead: count } = facts;
  return [
    { key: "sessionsEnd" },
    ...ofLeaving(facts),
    ...(count > 0 ? [{ key: "stayBooked", count } as const] : []),
  ];
}

/** What another role brings about. */
export function consequencesOfRole(role: Role, facts: PersonFacts): Consequence[] {
  return [
    { key: "sessionsEnd" },
    ...ofLeaving(facts),
    ...(isDoctor(facts) ? [{ key: "documentsStay" } as const] : []),
    ...(facts.role === "pharmacy" && facts.pharmacyName
      ? [{ key: "leavesPharmacy", pharmacy: facts.pharmacyName } as const]
      : []),
    ...(role === "admin" ? [{ key: "noRightsYet" } as const] : []),
    ...(role === "doctor" ? [{ key: "listedAgain" } as const] : []),
  ];
}

/** The words in which somebody hears that their account is on again. */
export function wordActivation() {
  return {
    kind: "account_activated",
    title: "Your account is switched on again",
    body: "Everything is as you left it. Appointments that were cancelled meanwhile stay cancelled.",
  };
}

const roleWords: Record<Role, string> = {
  patient: "a patient’s",
  doctor: "a doctor’s",
  pharmacy: "one of a pharmacy’s staff",
  admin: "an administrator’s",
};

/** The words in which somebody hears of their new role. */
export function wordNewRole(role: Role) {
  return {
    kind: "role_changed",
    title: `Your account is now ${roleWords[role]}`,
    body: "You were signed out everywhere, so that the change counts at once.",
  };
}

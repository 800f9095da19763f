/**
 * A "no" with a code. Rules return it, commands throw it, and `server/trpc.ts` turns it into an
 * answer once. The sentence for each code is in `i18n/en/refusals.ts`: a code without one does not
 * compile.
 */
export const refusalCodes = [
  "SIGN_IN_REQUIRED",
  "SESSION_ENDED",
  "ACCOUNT_DEACTIVATED",
  "ONBOARDING_REQUIRED",
  "EMAIL_NOT_VERIFIED",
  "EMAIL_IN_USE",
  "CONFIRM_EMAIL_FIRST",
  "WRONG_CREDENTIALS",
  "TOO_MANY_TRIES",
  "LINK_NOT_VALID",
  "NOT_ALLOWED",
  "NOT_FOUND",
  "INVALID_INPUT",
  "CROSS_SITE",
  "TRY_AGAIN",
  "UNEXPECTED",
  "DOCTOR_NOT_BOOKABLE",
  "NOT_ACCEPTING",
  "ON_LEAVE",
  "ASSOCIATION_ENDED",
  "CLINIC_CLOSED",
  "SLOT_IN_PAST",
  "SLOT_TOO_SOON",
  "SLOT_TOO_FAR",
  "SLOT_OUTSIDE_HOURS",
  "SLOT_OFF_GRID",
  "SLOT_DOCTOR_AWAY",
  "SLOT_DAY_FULL",
  "SLOT_TAKEN",
  "PATIENT_BUSY",
  "BOOKING_KEY_REUSED",
  "APPOINTMENT_CHANGED",
  "APPOINTMENT_OVER",
  "APPOINTMENT_CANCELLED",
  "CANCELLATION_TOO_LATE",
  "MOVE_TOO_LATE",
  "ALREADY_A_PATIENT",
  "LICENSE_IN_USE",
  "APPLICATION_INCOMPLETE",
  "FILE_NOT_ACCEPTED",
  "FILE_TOO_LARGE",
  "TOO_MANY_FILES",
  "ALREADY_AT_CLINIC",
  "HOURS_COLLIDE",
  "EXCEPTION_OVERLAPS",
  "CHANGED_MEANWHILE",
  "DECISIONS_NEEDED",
  "STEP_NOT_POSSIBLE",
  "STEP_TOO_EARLY",
  "VISITS_OVERLAP",
  "PATIENT_ELSEWHERE",
  "PROPOSAL_GONE",
  "VISIT_NOT_COMPLETED",
  "ALREADY_REVIEWED",
  "TOO_MANY_REQUESTS",
  "OWN_APPLICATION",
  "ALREADY_DECIDED",
  "LICENCE_EXPIRED",
  "RENEWAL_WAITING",
  "LAST_SUPER_ADMIN",
  "GRANTS_TOO_MUCH",
  "ROLE_CHANGE_NOT_POSSIBLE",
  "SLUG_IN_USE",
  "MERGE_NOT_POSSIBLE",
  "CSV_NOT_READABLE",
  "ROWS_REFUSED",
  "DUTY_TWICE",
  "DUTY_OVER",
  "WORKS_ELSEWHERE",
  "APPOINTMENTS_AHEAD",
  "CLAIM_OPEN",
  "LAST_OWNER",
  "INVITATION_GONE",
  "INVITATION_NOT_YOURS",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = {
  code: RefusalCode;
  /** Values for the sentence. Never health data, never another person's. */
  params?: Record<string, string | number>;
  /** Field path -> message key or sentence, for a form to show beside the field. */
  fields?: Record<string, string>;
  /** What is possible instead: start instants (ISO, UTC) of the nearest free slots. */
  nearest?: string[];
};

export function refuse(code: RefusalCode, more: Omit<Refusal, "code"> = {}): Refusal {
  return { code, ...more };
}

export function isRefusalCode(value: unknown): value is RefusalCode {
  return refusalCodes.includes(value as RefusalCode);
}

export function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === "object" && value !== null && "code" in value && isRefusalCode(value.code)
  );
}

/** How a command says no; its transaction rolls back with it. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "RefusalError";
    this.refusal = refusal;
  }
}

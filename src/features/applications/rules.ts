import { type Refusal, refuse } from "@/lib/refusal";
import { type Instant, parseInstant } from "@/lib/time/instant";
import type { ListedDocument } from "./documents";

/** The day on which a licence must still hold: today in UTC, as the listing reckons. */
export function todayOf(now: Instant): string {
  return now.toString().slice(0, 10);
}

/** What an application says, as far as it says it; an answer not given is "". */
export type ApplicationFacts = {
  givenName: string;
  familyName: string;
  qualification: string;
  languagesSpoken: readonly string[];
  /** The day as "YYYY-MM-DD". */
  licenseExpiresOn: string;
  licenseAuthority: string;
  licenseCountry: string;
  documents: readonly Pick<ListedDocument, "id" | "kind">[];
};

export const missingParts = [
  "name",
  "licence",
  "licenceExpired",
  "qualification",
  "languages",
  "licenceDocument",
  "identityDocument",
] as const;
export type MissingPart = (typeof missingParts)[number];

/** What an application lacks before it can be handed in, in the order of the page; `today` is "YYYY-MM-DD". */
export function missingIn(facts: ApplicationFacts, today: string): MissingPart[] {
  const { licenseAuthority, licenseCountry, licenseExpiresOn } = facts;
  const has = (kind: ListedDocument["kind"]) => facts.documents.some((one) => one.kind === kind);
  const isLicensed = [licenseAuthority, licenseCountry, licenseExpiresOn].every(Boolean);
  const lacks: Record<MissingPart, boolean> = {
    name: !facts.givenName || !facts.familyName,
    licence: !isLicensed,
    licenceExpired: isLicensed && licenseExpiresOn < today,
    qualification: !facts.qualification,
    languages: facts.languagesSpoken.length === 0,
    licenceDocument: !has("licence"),
    identityDocument: !has("identity"),
  };
  return missingParts.filter((part) => lacks[part]);
}

/** Refuses to hand in what is not complete; `missing` names the parts. */
export function refuseHandingIn(facts: ApplicationFacts, today: string): Refusal | null {
  const missing = missingIn(facts, today);
  return missing.length > 0
    ? refuse("APPLICATION_INCOMPLETE", { params: { missing: missing.join(",") } })
    : null;
}

export type Standing = {
  /** When it was handed in (ISO); null while it is still being filled in. */
  submittedAt: string | null;
  isVerified: boolean;
  licenseExpiresOn: string;
};

/** Where an application stands. "expired": verified, but the licence has run out, so patients see nothing. */
export function standingOf(
  { submittedAt, isVerified, licenseExpiresOn }: Standing,
  today: string,
): "draft" | "handed_in" | "verified" | "expired" {
  if (!isVerified) return submittedAt ? "handed_in" : "draft";
  return licenseExpiresOn !== "" && licenseExpiresOn < today ? "expired" : "verified";
}

/** Refuses a licence that has run out; `today` is "YYYY-MM-DD". */
export function refuseExpired(licenseExpiresOn: string, today: string): Refusal | null {
  return licenseExpiresOn < today
    ? refuse("INVALID_INPUT", { fields: { licenseExpiresOn: "licenceExpiry" } })
    : null;
}

/** Refuses a day of birth that is yet to come; `today` is "YYYY-MM-DD". */
export function refuseUnborn(dateOfBirth: string, today: string): Refusal | null {
  return dateOfBirth > today
    ? refuse("INVALID_INPUT", { fields: { dateOfBirth: "birthDate" } })
    : null;
}

/** What is compared with the documents. */
const checkedFacts = [
  "givenName",
  "familyName",
  "dateOfBirth",
  "specialization",
  "subSpecialization",
  "licenseNumber",
  "licenseAuthority",
  "licenseCountry",
  "licenseExpiresOn",
  "medicalCouncilRegistration",
] as const;
type CheckedFacts = Record<(typeof checkedFacts)[number], string>;

/** Whether some answers say anything else than before about what is compared with the documents. */
export function changesChecked(
  before: CheckedFacts,
  answers: Readonly<Partial<Record<string, unknown>>>,
): boolean {
  return checkedFacts.some((fact) => (answers[fact] ?? before[fact]) !== before[fact]);
}

/**
 * Whether a review, under way or done, rests on a document: it was there when the application was
 * handed in or, of a verified doctor, when they were verified, or, of one that was rejected, when that
 * was decided; or it is that of a renewal.
 */
export function isRelied(
  { isVerified, submittedAt, verifiedAt, rejectedAt, renewalDocuments = [] }: Reviewed,
  { id, uploadedAt }: Pick<ListedDocument, "id" | "uploadedAt">,
): boolean {
  if (renewalDocuments.includes(id)) return true;
  const reviewed = parseInstant((isVerified ? verifiedAt : (submittedAt ?? rejectedAt)) ?? "");
  if (!reviewed) return isVerified;
  const uploaded = parseInstant(uploadedAt);
  // The database keeps milliseconds.
  return !uploaded || uploaded.epochMilliseconds <= reviewed.epochMilliseconds;
}

type Reviewed = Pick<Standing, "submittedAt" | "isVerified"> & {
  verifiedAt: string | null;
  rejectedAt: string | null;
  /** Ids of the documents of renewals that wait or were accepted. */
  renewalDocuments?: readonly string[];
};

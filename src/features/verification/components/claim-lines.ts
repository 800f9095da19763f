import { getLocale, getTranslations } from "next-intl/server";
import { countryName } from "@/lib/countries";
import { formatDate, formatDay } from "@/lib/time/format";
import type { DoctorCase } from "../queries/show-doctor-case";
import type { PharmacyCase } from "../queries/show-pharmacy-case";
import type { ClaimLine } from "../rules";

async function tools() {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const line = (key: keyof typeof fieldKeys, value: string | null | undefined): ClaimLine => ({
    key,
    label: t(`fields.${fieldKeys[key]}`),
    value: value || t("notGiven"),
  });
  const country = (code: string | null) => code && countryName(code, locale);
  const date = (day: string | null) => day && formatDate(day, locale);
  const expiry = (day: string | null, today: string) =>
    day && day < today ? t("expired", { date: formatDate(day, locale) }) : date(day);
  return { t, locale, line, country, date, expiry };
}

const fieldKeys = {
  name: "name",
  dateOfBirth: "dateOfBirth",
  email: "email",
  specialization: "specialization",
  subSpecialization: "subSpecialization",
  licenseNumber: "licenseNumber",
  licenseAuthority: "licenseAuthority",
  licenseCountry: "licenseCountry",
  licenseExpiresOn: "licenseExpiresOn",
  renewal: "renewal",
  medicalCouncilRegistration: "medicalCouncilRegistration",
  qualification: "qualification",
  experienceYears: "experienceYears",
  languages: "languages",
  address: "address",
  position: "position",
  phone: "phone",
  website: "website",
  description: "description",
} as const;

/** Where a doctor's application stands, in words. */
async function doctorStanding(one: DoctorCase): Promise<string> {
  const { t, locale } = await tools();
  const { isVerified, isSuspended, verifiedAt, verifiedBy, submittedAt, reviewOutcome } = one;
  if (isVerified && isSuspended) return t("standings.suspended");
  if (isVerified) {
    const on = verifiedAt ? formatDay(verifiedAt, "UTC", locale) : "";
    return t("standings.verified", { name: verifiedBy ?? t("someone"), date: on });
  }
  if (submittedAt) return t("standings.waiting", { date: formatDay(submittedAt, "UTC", locale) });
  return t(`standings.${reviewOutcome ?? "draft"}`);
}

/** What a doctor says, line by line, as a reviewer compares it with the documents. */
export async function doctorLines(one: DoctorCase): Promise<ClaimLine[]> {
  const { t, line, country, date, expiry } = await tools();
  const standing = { key: "standing", label: t("standing"), value: await doctorStanding(one) };
  return [
    standing,
    line("name", one.name),
    line("dateOfBirth", date(one.dateOfBirth)),
    line("licenseNumber", one.licenseNumber),
    line("licenseAuthority", one.licenseAuthority),
    line("licenseCountry", country(one.licenseCountry)),
    line("licenseExpiresOn", expiry(one.licenseExpiresOn, one.today)),
    ...(one.renewal ? [line("renewal", expiry(one.renewal.expiresOn, one.today))] : []),
    line("medicalCouncilRegistration", one.medicalCouncilRegistration),
    line("specialization", one.specialization),
    line("subSpecialization", one.subSpecialization),
    line("qualification", one.qualification),
    line("experienceYears", one.experienceYears === null ? null : String(one.experienceYears)),
    line("languages", one.languagesSpoken.join(", ")),
    line("email", one.isActive ? one.email : `${one.email} (${t("accountOff")})`),
  ];
}

/** The documents as lines, so that one more or one less shows as a difference. */
export async function documentLines({ documents }: DoctorCase): Promise<ClaimLine[]> {
  const t = await getTranslations("verification");
  return documents.map(({ id, name }) => ({ key: id, label: t("fields.document"), value: name }));
}

/** What a pharmacy says, line by line. */
export async function pharmacyLines(one: PharmacyCase): Promise<ClaimLine[]> {
  const { t, locale, line, country, expiry } = await tools();
  const { isVerified, verifiedAt, verifiedBy, reviewOutcome } = one;
  const verified = () =>
    t("standings.verified", {
      name: verifiedBy ?? t("someone"),
      date: verifiedAt ? formatDay(verifiedAt, "UTC", locale) : "",
    });
  const standing = isVerified ? verified() : t(`standings.${reviewOutcome ?? "pharmacyWaiting"}`);
  return [
    { key: "standing", label: t("standing"), value: standing },
    line("name", one.name),
    line("address", [one.address, one.city, country(one.country)].filter(Boolean).join(", ")),
    line("position", `${one.latitude.toFixed(5)}, ${one.longitude.toFixed(5)}`),
    line("licenseNumber", one.licenseNumber),
    line("licenseAuthority", one.licenseAuthority),
    line("licenseCountry", country(one.licenseCountry)),
    line("licenseExpiresOn", expiry(one.licenseExpiresOn, one.today)),
    line("phone", one.phone),
    line("email", one.email),
    line("website", one.website),
    line("description", one.description),
  ];
}

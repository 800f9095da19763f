import { getLocale, getTranslations } from "next-intl/server";
import { DefinitionList } from "@/components/ui/definition-list";
import { countryName } from "@/lib/countries";
import { formatDate } from "@/lib/time/format";
import type { ShownApplication } from "../queries/show-application";

type CheckedProps = { application: ShownApplication };

/** The name and the speciality of a verified doctor: to read, with the reason. */
export async function CheckedPerson({ application }: CheckedProps) {
  const [t, locale] = await Promise.all([getTranslations("application"), getLocale()]);
  const { dateOfBirth } = application;
  const facts = [
    { term: t("givenName"), value: application.givenName },
    { term: t("familyName"), value: application.familyName },
    { term: t("dateOfBirth"), value: dateOfBirth && formatDate(dateOfBirth, locale) },
    { term: t("specialization"), value: application.specialization },
    { term: t("subSpecialization"), value: application.subSpecialization },
  ];
  return <Checked facts={facts} />;
}

/** The licence of a verified doctor: to read, with the reason and what to do when it changes. */
export async function CheckedLicence({ application }: CheckedProps) {
  const [t, locale] = await Promise.all([getTranslations("application"), getLocale()]);
  const { licenseExpiresOn, licenseCountry } = application;
  const facts = [
    { term: t("licenseNumber"), value: application.licenseNumber },
    { term: t("licenseAuthority"), value: application.licenseAuthority },
    { term: t("licenseCountry"), value: licenseCountry && countryName(licenseCountry, locale) },
    {
      term: t("licenseExpiresOn"),
      value: licenseExpiresOn && formatDate(licenseExpiresOn, locale),
    },
    { term: t("council"), value: application.medicalCouncilRegistration },
  ];
  return <Checked facts={facts} />;
}

async function Checked({ facts }: { facts: { term: string; value: string }[] }) {
  const t = await getTranslations("application");
  return (
    <div className="grid gap-4">
      <DefinitionList items={facts.filter(({ value }) => value !== "")} />
      <p className="max-w-prose text-ink-muted">{t("checked")}</p>
    </div>
  );
}

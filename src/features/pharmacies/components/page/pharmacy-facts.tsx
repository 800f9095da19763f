import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/ui/definition-list";
import { textLinkClass } from "@/components/ui/text-link";
import type { PharmacyPage } from "../../queries/get-pharmacy";

/** What there is at the pharmacy, who pays, whether it delivers, and how to reach its counter. */
export async function PharmacyFacts({ pharmacy }: { pharmacy: PharmacyPage }) {
  const t = await getTranslations("pharmacy");
  const { phone, website, services, insurance, deliversWithinKm } = pharmacy;
  const linkClass = `${textLinkClass} inline-block py-1 wrap-anywhere`;
  const items = [
    phone && {
      term: t("phone"),
      value: (
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} dir="ltr" className={linkClass}>
          {phone}
        </a>
      ),
    },
    website && {
      term: t("website"),
      value: (
        <a href={website} rel="noreferrer" className={linkClass}>
          {new URL(website).host}
        </a>
      ),
    },
    services.length > 0 && { term: t("services"), value: services.join(", ") },
    pharmacy.delivers && {
      term: t("delivery"),
      value:
        deliversWithinKm === null ? t("delivers") : t("deliversWithin", { km: deliversWithinKm }),
    },
    (pharmacy.takesInsurance || insurance.length > 0) && {
      term: t("insurance"),
      value: insurance.join(", ") || t("insuranceAsk"),
    },
    pharmacy.source && { term: t("source"), value: pharmacy.source },
  ].filter((item) => typeof item === "object" && item !== null);
  if (items.length === 0 && !pharmacy.description) return null;
  return (
    <Section title={t("about")} className="max-w-prose">
      {pharmacy.description && (
        <p className="whitespace-pre-line wrap-anywhere">{pharmacy.description}</p>
      )}
      <DefinitionList items={items} />
    </Section>
  );
}

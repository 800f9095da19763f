import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/ui/definition-list";
import { textLinkClass } from "@/components/ui/text-link";
import type { ClinicPage } from "../schema";

/** What there is at the clinic, who pays, and how to reach its desk. */
export async function ClinicFacts({ clinic }: { clinic: ClinicPage }) {
  const t = await getTranslations("clinic");
  const { contacts, services, amenities, insurance } = clinic;
  const linkClass = `${textLinkClass} inline-block py-1`;
  const items = [
    services.length > 0 && { term: t("services"), value: services.join(", ") },
    amenities.length > 0 && { term: t("amenities"), value: amenities.join(", ") },
    insurance.length > 0 && { term: t("insurance"), value: insurance.join(", ") },
    contacts?.phone !== undefined && {
      term: t("phone"),
      value: (
        <a href={`tel:${contacts.phone.replace(/[^+\d]/g, "")}`} dir="ltr" className={linkClass}>
          {contacts.phone}
        </a>
      ),
    },
    contacts?.website !== undefined && {
      term: t("website"),
      value: (
        <a href={contacts.website} rel="noreferrer" className={linkClass}>
          {new URL(contacts.website).host}
        </a>
      ),
    },
  ].filter((item) => typeof item === "object");
  if (items.length === 0 && !clinic.description) return null;
  return (
    <Section title={t("about")} className="max-w-prose">
      {clinic.description && <p className="whitespace-pre-line">{clinic.description}</p>}
      <DefinitionList items={items} />
    </Section>
  );
}

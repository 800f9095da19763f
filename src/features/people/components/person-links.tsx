import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import type { Right } from "@/lib/rights";
import type { Person } from "../person-store";

/** The other pages about somebody, as far as the viewer may enter them. */
export async function PersonLinks({
  person,
  rights,
}: {
  person: Person;
  rights: ReadonlySet<Right>;
}) {
  const t = await getTranslations("people");
  const { userId, role, doctorId, doctorSlug } = person;
  const links = [
    {
      label: t("linkDoctor"),
      href: `/admin/doctors/${doctorId}`,
      right: "doctors.verify",
      has: doctorId,
    },
    {
      label: t("linkPublic"),
      href: `/doctors/${doctorSlug}`,
      right: "people.read",
      has: person.isListed,
    },
    {
      label: t("linkAdministrator"),
      href: `/admin/administrators/${userId}`,
      right: "administrators.read",
      has: role === "admin",
    },
    {
      label: t("linkAudit"),
      href: `/admin/audit?subject=${userId}`,
      right: "audit.read",
      has: true,
    },
  ] as const;
  const open = links.filter(({ has, right }) => has && rights.has(right));
  if (open.length === 0) return null;
  return (
    <Section title={t("links")}>
      <ul className="grid justify-items-start">
        {open.map(({ label, href }) => (
          <li key={href}>
            <TextLink href={href} className="inline-flex min-h-touch items-center">
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

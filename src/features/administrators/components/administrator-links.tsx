import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import type { UserId } from "@/lib/ids";
import type { Right } from "@/lib/rights";

/** The other pages about an administrator, as far as the viewer may enter them. */
export async function AdministratorLinks(props: { userId: UserId; rights: ReadonlySet<Right> }) {
  const t = await getTranslations("administrators");
  const { userId, rights } = props;
  const links = [
    { label: t("linkPerson"), href: `/admin/people/${userId}`, right: "people.read" },
    { label: t("linkAudit"), href: `/admin/audit?subject=${userId}`, right: "audit.read" },
  ] as const;
  return (
    <ul className="grid justify-items-start">
      {links
        .filter(({ right }) => rights.has(right))
        .map(({ label, href }) => (
          <li key={href}>
            <TextLink href={href} className="inline-flex min-h-touch items-center">
              {label}
            </TextLink>
          </li>
        ))}
    </ul>
  );
}

import { getTranslations } from "next-intl/server";
import { NavLink } from "@/components/layout/nav-link";
import { NavTabs } from "@/components/ui/nav-tabs";
import type { messages } from "@/i18n/messages";
import type { Right } from "@/lib/rights";

type Room = {
  href: string;
  key: Extract<keyof (typeof messages)["admin"], `nav${string}`>;
  right: Right;
};

/** The rooms of the administration, most used first; who may not enter one does not see its door. */
const rooms: readonly Room[] = [
  { href: "/admin/doctors", key: "navDoctors", right: "doctors.verify" },
  { href: "/admin/unserved", key: "navUnserved", right: "appointments.decide" },
  { href: "/admin/pharmacies", key: "navPharmacies", right: "pharmacies.verify" },
  { href: "/admin/duty", key: "navDuty", right: "duty.edit" },
  { href: "/admin/clinics", key: "navClinics", right: "clinics.edit" },
  { href: "/admin/people", key: "navPeople", right: "people.read" },
  { href: "/admin/appointments", key: "navAppointments", right: "appointments.read" },
  { href: "/admin/reviews", key: "navReviews", right: "reviews.moderate" },
  { href: "/admin/figures", key: "navFigures", right: "figures.read" },
  { href: "/admin/audit", key: "navAudit", right: "audit.read" },
  { href: "/admin/transfer", key: "navTransfer", right: "transfer.export" },
  { href: "/admin/administrators", key: "navAdministrators", right: "administrators.read" },
  { href: "/admin/settings", key: "navSettings", right: "settings.read" },
];

/** The way around the administration: a column at a desk, a row that scrolls on a phone. */
export async function AdminNav({ rights }: { rights: ReadonlySet<Right> }) {
  const t = await getTranslations("admin");
  const links = rooms
    .filter(({ right }) => rights.has(right))
    .map(({ href, key }) => ({ href, label: t(key) }));
  return (
    <>
      <div className="lg:hidden">
        <NavTabs label={t("nav")} tabs={[{ href: "/admin", label: t("navOverview") }, ...links]} />
      </div>
      <nav
        aria-label={t("nav")}
        className="sticky top-16 hidden pt-10 pb-6 lg:block"
        data-print="hide"
      >
        <ul className="grid gap-1">
          <AdminLink href="/admin" label={t("navOverview")} isExact />
          {links.map((link) => (
            <AdminLink key={link.href} {...link} />
          ))}
        </ul>
      </nav>
    </>
  );
}

function AdminLink({ href, label, isExact }: { href: string; label: string; isExact?: boolean }) {
  return (
    <li>
      <NavLink
        href={href}
        isExact={isExact}
        className="flex min-h-touch items-center rounded-control px-3 font-medium text-ink no-underline hover:bg-accent-soft aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
      >
        {label}
      </NavLink>
    </li>
  );
}

import { getTranslations } from "next-intl/server";
import { NavTabs } from "@/components/ui/nav-tabs";

/** The way around a pharmacy's own pages. */
export async function RoomNav() {
  const t = await getTranslations("pharmacyStaff");
  return (
    <NavTabs
      label={t("nav")}
      tabs={[
        { href: "/pharmacy", label: t("navOverview") },
        { href: "/pharmacy/hours", label: t("navHours") },
        { href: "/pharmacy/profile", label: t("navProfile") },
        { href: "/pharmacy/colleagues", label: t("navColleagues") },
      ]}
    />
  );
}

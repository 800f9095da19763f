import { getTranslations } from "next-intl/server";
import { NavTabs } from "@/components/ui/nav-tabs";

/** The way around a doctor's own pages; the layout of /practice shows it above each of them. */
export async function PracticeNav() {
  const t = await getTranslations("practice");
  return (
    <NavTabs
      label={t("nav")}
      tabs={[
        { href: "/practice", label: t("navOverview") },
        { href: "/practice/application", label: t("navApplication") },
        { href: "/practice/licence", label: t("navLicence") },
        { href: "/practice/clinics", label: t("navClinics") },
        { href: "/practice/time-off", label: t("navTimeOff") },
        { href: "/practice/reviews", label: t("navReviews") },
        { href: "/practice/insights", label: t("navInsights") },
        { href: "/practice/calendar-feed", label: t("navFeed") },
      ]}
    />
  );
}

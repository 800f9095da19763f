import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ProposeForm } from "@/features/practice/components/propose-form";
import { currencyChoices } from "@/features/practice/currencies";
import { ClientMessages } from "@/i18n/client-messages";
import { zoneNames } from "@/lib/time/zone";
import { mapTiles } from "@/server/map-tiles";
import { ApiProvider } from "@/trpc/client";
import { requireOwnPractice } from "../../own-practice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("proposeTitle"), robots: { index: false } };
}

export default async function ProposeClinicPage() {
  await requireOwnPractice("/practice/clinics/propose");
  const [t, locale] = await Promise.all([getTranslations("practice"), getLocale()]);
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href="/practice/clinics/new">{t("backToFind")}</TextLink>}
        title={t("proposeTitle")}
        lead={t("proposeLead")}
      />
      <ClientMessages only={["practice", "form", "refusals", "map"]}>
        <ApiProvider>
          <ProposeForm
            zones={zoneNames().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            currencies={currencyChoices(locale)}
            tiles={mapTiles()}
          />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

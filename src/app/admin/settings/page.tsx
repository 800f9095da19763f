import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { requireRight } from "@/features/accounts/require";
import { SettingsForm } from "@/features/verification/components/settings-form";
import { ClientMessages } from "@/i18n/client-messages";
import { countryChoices, countryName } from "@/lib/countries";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("settingsTitle"), robots: { index: false } };
}

export default async function SettingsPage() {
  const { rights } = await requireRight("settings.read", "/admin/settings");
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const settings = await (await api()).verification.settings();
  const { secondReviewer, countries } = settings;
  const named = countries.map((code) => countryName(code, locale)).join(", ");
  return (
    <PageContainer width="text">
      <PageHeader title={t("settingsTitle")} lead={t("settingsLead")} />
      <Card>
        {rights.has("settings.edit") ? (
          <ClientMessages only={["verification", "form", "refusals"]}>
            <ApiProvider>
              <SettingsForm settings={settings} countries={countryChoices(locale)} />
            </ApiProvider>
          </ClientMessages>
        ) : (
          <>
            <DefinitionList
              items={[
                { term: t("secondReviewer"), value: t(`secondReviewers.${secondReviewer}`) },
                ...(secondReviewer === "countries" ? [{ term: t("countries"), value: named }] : []),
              ]}
            />
            <p className="mt-4 text-ink-muted">{t("settingsReadOnly")}</p>
          </>
        )}
      </Card>
    </PageContainer>
  );
}

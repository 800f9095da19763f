import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { currencyChoices } from "@/features/practice/currencies";
import { ClinicForm } from "@/features/registry/components/clinic-form";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { placeChoices } from "../../form-choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registry");
  return { title: t("createClinicTitle"), robots: { index: false } };
}

export default async function NewClinicPage() {
  await requireRight("clinics.edit", "/admin/clinics/new");
  const [t, locale, choices] = await Promise.all([
    getTranslations("registry"),
    getLocale(),
    placeChoices(),
  ]);
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/admin/clinics">{t("backToClinics")}</TextLink>}
        title={t("createClinicTitle")}
        lead={t("createClinicLead")}
      />
      <ClientMessages only={["registry", "form", "refusals", "map"]}>
        <ApiProvider>
          <ClinicForm {...choices} currencies={currencyChoices(locale)} clinic={null} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

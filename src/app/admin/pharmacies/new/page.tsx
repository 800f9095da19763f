import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { PharmacyForm } from "@/features/registry/components/pharmacy-form";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { placeChoices } from "../../form-choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registry");
  return { title: t("createPharmacyTitle"), robots: { index: false } };
}

export default async function NewPharmacyPage() {
  await requireRight("pharmacies.edit", "/admin/pharmacies/new");
  const [t, choices] = await Promise.all([getTranslations("registry"), placeChoices()]);
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/admin/pharmacies">{t("pharmacies")}</TextLink>}
        title={t("createPharmacyTitle")}
        lead={t("createPharmacyLead")}
      />
      <ClientMessages only={["registry", "form", "refusals", "map"]}>
        <ApiProvider>
          <PharmacyForm {...choices} pharmacy={null} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { DistrictForm } from "@/features/duty/components/district-form";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { placeChoices } from "../../form-choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duty");
  return { title: t("newTitle"), robots: { index: false } };
}

export default async function NewDistrictPage() {
  await requireRight("duty.edit", "/admin/duty/new");
  const [t, choices] = await Promise.all([getTranslations("duty"), placeChoices()]);
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/admin/duty">{t("adminTitle")}</TextLink>}
        title={t("newTitle")}
      />
      <ClientMessages only={["duty", "form", "refusals", "map"]}>
        <ApiProvider>
          <DistrictForm {...choices} district={null} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

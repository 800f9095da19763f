import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";

export default async function PharmacyNotFound() {
  const t = await getTranslations("pharmacy");
  return (
    <PageContainer width="text">
      <PageHeader title={t("notFoundTitle")} lead={t("notFoundBody")} />
      <ButtonLink href="/pharmacies">{t("findOthers")}</ButtonLink>
    </PageContainer>
  );
}

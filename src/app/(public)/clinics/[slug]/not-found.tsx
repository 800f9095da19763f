import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { NotFoundSearch } from "@/features/doctors/components/not-found-search";

export default async function ClinicNotFound() {
  const t = await getTranslations("clinic");
  return (
    <PageContainer width="text">
      <PageHeader title={t("notFoundTitle")} lead={t("notFoundBody")} />
      <NotFoundSearch />
      <p className="mt-6">
        <TextLink href="/clinics" className="inline-block py-2.5">
          {t("allClinics")}
        </TextLink>
      </p>
    </PageContainer>
  );
}

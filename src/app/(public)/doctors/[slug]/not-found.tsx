import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { NotFoundSearch } from "@/features/doctors/components/not-found-search";
import { SimilarDoctors } from "@/features/doctors/components/similar-doctors";

export default async function DoctorNotFound() {
  const t = await getTranslations("doctor");
  return (
    <PageContainer width="text">
      <PageHeader title={t("notFoundTitle")} lead={t("notFoundBody")} />
      <NotFoundSearch />
      <SimilarDoctors title={t("similar")} />
    </PageContainer>
  );
}

import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireRight } from "@/features/accounts/require";
import { DistrictList } from "@/features/duty/components/district-list";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duty");
  return { title: t("adminTitle"), robots: { index: false } };
}

export default async function DutyPage() {
  await requireRight("duty.edit", "/admin/duty");
  const [t, calls] = await Promise.all([getTranslations("duty"), api()]);
  const districts = await calls.duty.districts();
  const create = <ButtonLink href="/admin/duty/new">{t("newDistrict")}</ButtonLink>;
  return (
    <PageContainer width="text">
      <PageHeader title={t("adminTitle")} lead={t("adminLead")} actions={create} />
      {districts.length > 0 ? (
        <DistrictList districts={districts} />
      ) : (
        <EmptyState icon={CalendarClock} title={t("noDistricts")}>
          {t("noDistrictsHint")}
        </EmptyState>
      )}
    </PageContainer>
  );
}

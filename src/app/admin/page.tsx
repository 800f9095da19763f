import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { requireRole } from "@/features/accounts/require";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title"), robots: { index: false } };
}

type AdminPageProps = { searchParams: Promise<{ refused?: string | string[] }> };

export default async function AdminPage({ searchParams }: AdminPageProps) {
  await requireRole("admin", "/admin");
  const [t, format] = await Promise.all([getTranslations("admin"), getFormatter()]);
  const overview = await (await api()).admin.overview();
  const names = [
    "people",
    "listedDoctors",
    "doctorsAwaitingReview",
    "activeClinics",
    "upcomingAppointments",
    "bookedLastWeek",
    "cancelledLastWeek",
  ] as const;
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} lead={t("lead")} />
      {(await searchParams).refused && (
        <div className="mb-6">
          <Notice tone="caution">{t("refused")}</Notice>
        </div>
      )}
      <Card>
        <DefinitionList
          items={names.map((name) => ({ term: t(name), value: format.number(overview[name]) }))}
        />
      </Card>
    </PageContainer>
  );
}

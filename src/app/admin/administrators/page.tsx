import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { AdministratorList } from "@/features/administrators/components/administrator-list";
import { administratorsInput } from "@/features/administrators/schema";
import { api } from "@/trpc/server";

const here = "/admin/administrators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("administrators");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function AdministratorsPage({ searchParams }: Props) {
  await requireRight("administrators.read", here);
  const t = await getTranslations("administrators");
  // A damaged address shows the first page.
  const asked = administratorsInput.safeParse(await searchParams).data ?? {};
  const { administrators, next } = await (await api()).administrators.list(asked);
  return (
    <PageContainer>
      <PageHeader title={t("title")} lead={t("lead")} />
      {administrators.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <AdministratorList administrators={administrators} />
      )}
      <NextPage navLabel={t("title")} label={t("next")} href={next && `${here}?after=${next}`} />
    </PageContainer>
  );
}

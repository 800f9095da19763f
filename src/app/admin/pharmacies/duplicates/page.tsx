import { Copy } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { PairCard } from "@/features/pharmacy-imports/components/pair-card";
import { pairsInput } from "@/features/pharmacy-imports/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { mapTiles } from "@/server/map-tiles";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

const path = "/admin/pharmacies/duplicates";
type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duplicates");
  return { title: t("title"), robots: { index: false } };
}

export default async function DuplicatesPage({ searchParams }: Props) {
  await requireRight("pharmacies.edit", path);
  const { after } = await searchParams;
  // A damaged address begins at the beginning.
  const isWhole = pairsInput.safeParse({ after }).success;
  const [t, calls] = await Promise.all([getTranslations("duplicates"), api()]);
  const { pairs, next } = await calls.pharmacyImports.duplicates(
    isWhole && typeof after === "string" ? { after } : {},
  );
  return (
    <PageContainer>
      <PageHeader
        above={<TextLink href="/admin/pharmacies">{t("back")}</TextLink>}
        title={t("title")}
        lead={t("lead")}
      />
      {pairs.length === 0 && (
        <EmptyState icon={Copy} title={t("none")}>
          {t(next ? "noneYet" : "noneHint")}
        </EmptyState>
      )}
      <ClientMessages only={["duplicates", "map", "form", "refusals"]}>
        <ApiProvider>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-6 empty:hidden">
            {pairs.map((pair) => (
              <PairCard key={`${pair.one.id}.${pair.other.id}`} pair={pair} tiles={mapTiles()} />
            ))}
          </ul>
        </ApiProvider>
      </ClientMessages>
      <NextPage
        navLabel={t("title")}
        label={t("next")}
        href={next && `${path}?after=${next.oneId}.${next.otherId}`}
      />
    </PageContainer>
  );
}

import { Stethoscope } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { ListFilters } from "@/features/verification/components/list-filters";
import { QueueCard } from "@/features/verification/components/queue-card";
import { listHref } from "@/features/verification/list-url";
import { doctorShows, queueInput } from "@/features/verification/schema";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("title"), robots: { index: false } };
}

const path = "/admin/doctors";
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DoctorsToCheckPage({ searchParams }: Props) {
  await requireRight("doctors.verify", path);
  const t = await getTranslations("verification");
  // A damaged address shows those who wait.
  const filter = queueInput.safeParse(await searchParams).data ?? queueInput.parse({});
  const [{ rows, next }, { now }] = await Promise.all([
    (await api()).verification.queue(filter),
    pageContext(),
  ]);
  const isNarrowed = filter.q || filter.country || filter.assigned !== "all";
  return (
    <PageContainer>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ListFilters path={path} searchLabel={t("search")} shows={doctorShows} filter={filter} />
      {rows.length === 0 && (
        <EmptyState icon={Stethoscope} title={t("none")}>
          {t(isNarrowed || filter.show !== "waiting" ? "noneFound" : "noneWaiting")}
        </EmptyState>
      )}
      <ul className="grid gap-4 empty:hidden">
        {rows.map((row) => (
          <QueueCard key={row.id} row={row} show={filter.show} now={now} />
        ))}
      </ul>
      <NextPage
        navLabel={t("title")}
        label={t("next")}
        href={next && listHref(path, { ...filter, after: next })}
      />
    </PageContainer>
  );
}

import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { requireRight } from "@/features/accounts/require";
import { auditHref } from "@/features/audit/audit-url";
import { AuditFilters } from "@/features/audit/components/audit-filters";
import { ChainState } from "@/features/audit/components/chain-state";
import { EntryRow } from "@/features/audit/components/entry-row";
import { ExportButton } from "@/features/audit/components/export-button";
import { SetFilters } from "@/features/audit/components/set-filters";
import { type AuditQuery, readAuditQuery } from "@/features/audit/read-query";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title"), robots: { index: false } };
}

export default async function AuditPage(props: { searchParams: Promise<AuditQuery> }) {
  const { rights } = await requireRight("audit.read", "/admin/audit");
  const { typed, errors, filter, after } = readAuditQuery(await props.searchParams);
  const [t, caller] = await Promise.all([getTranslations("audit"), api()]);
  const [actions, newest, page] = await Promise.all([
    caller.audit.actions(),
    caller.audit.newest(),
    filter && caller.audit.list({ filter, after }),
  ]);
  const said = Object.entries(errors).map(([name, key]) => [name, t(key)] as const);
  return (
    <PageContainer>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={filter && rights.has("audit.export") && <ExportButton filter={filter} />}
      />
      <div className="grid gap-6">
        <ChainState state={newest} />
        <AuditFilters typed={typed} errors={Object.fromEntries(said)} actions={actions} />
        {filter && <SetFilters filter={filter} />}
        {!page && (
          <Notice tone="critical" isLive>
            {t("filterWrong")}
          </Notice>
        )}
        {page?.entries.length === 0 && (
          <EmptyState icon={ScrollText} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        )}
        {page && page.entries.length > 0 && (
          <section aria-label={t("entries")}>
            <ul className="divide-y divide-line border-y border-line">
              {page.entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <NextPage
        navLabel={t("title")}
        label={t("older")}
        href={filter && page?.next ? auditHref(filter, page.next) : null}
      />
    </PageContainer>
  );
}

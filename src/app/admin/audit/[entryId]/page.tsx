import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DefinitionList } from "@/components/ui/definition-list";
import { requireRight } from "@/features/accounts/require";
import { auditHref, entryHref } from "@/features/audit/audit-url";
import { DifferenceTable } from "@/features/audit/components/difference-table";
import { EntryFacts } from "@/features/audit/components/entry-facts";
import { differencesOf, furtherFacts } from "@/features/audit/difference";
import { entryRef } from "@/features/audit/schema";
import { api, orNotFound } from "@/trpc/server";

type EntryPageProps = { params: Promise<{ entryId: string }> };

export async function generateMetadata({ params }: EntryPageProps): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("entry", { id: (await params).entryId }), robots: { index: false } };
}

export default async function EntryPage({ params }: EntryPageProps) {
  const ref = entryRef.safeParse(await params);
  if (!ref.success) notFound();
  const { entryId } = ref.data;
  const { rights } = await requireRight("audit.read", entryHref(entryId));
  const [t, caller] = await Promise.all([getTranslations("audit"), api()]);
  const entry = await orNotFound(caller.audit.entry({ entryId }));
  const changes = differencesOf(entry.details?.before, entry.details?.after);
  const further = furtherFacts(entry.details);
  const title = t("entry", { id: entryId });
  return (
    <PageContainer width="text">
      <PageHeader
        title={title}
        above={
          <Breadcrumb
            label={t("way")}
            items={[{ label: t("title"), href: auditHref() }, { label: title }]}
          />
        }
      />
      <div className="grid gap-10">
        <EntryFacts entry={entry} rights={rights} />
        <Section title={t("changes")}>
          {changes.length > 0 ? (
            <DifferenceTable changes={changes} />
          ) : (
            <p className="text-ink-muted">{t("noChanges")}</p>
          )}
        </Section>
        {further.length > 0 && (
          <Section title={t("further")}>
            <DefinitionList
              items={further.map(([term, value]) => ({
                term: <span className="inline-block first-letter:uppercase">{term}</span>,
                value: <span className="whitespace-pre-wrap wrap-anywhere">{value}</span>,
              }))}
            />
          </Section>
        )}
      </div>
    </PageContainer>
  );
}

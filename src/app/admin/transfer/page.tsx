import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { requireRight } from "@/features/accounts/require";
import { ColumnHelp } from "@/features/transfer/components/column-help";
import { ExportLinks } from "@/features/transfer/components/export-links";
import { ImportPanel } from "@/features/transfer/components/import-panel";
import { kinds } from "@/features/transfer/kinds";
import { mayImport } from "@/features/transfer/policy";
import { ClientMessages } from "@/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("transfer");
  return { title: t("title"), robots: { index: false } };
}

export default async function TransferPage() {
  const actor = await requireRight("transfer.export", "/admin/transfer");
  const t = await getTranslations("transfer");
  const importable = kinds.filter((kind) => mayImport(actor, kind));
  return (
    <PageContainer>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-1 gap-10">
        <Section title={t("exportTitle")}>
          <p className="max-w-prose text-ink-muted">{t("exportLead")}</p>
          <ExportLinks />
        </Section>
        <Section title={t("importTitle")}>
          {actor.rights.has("transfer.import") ? (
            <>
              <p className="max-w-prose text-ink-muted">{t("importLead")}</p>
              <ClientMessages only={["transfer", "refusals", "form"]}>
                <ImportPanel kinds={importable} />
              </ClientMessages>
            </>
          ) : (
            <p>{t("mayNotImport")}</p>
          )}
        </Section>
        <Section title={t("columnsTitle")}>
          <p className="max-w-prose text-ink-muted">{t("columnsLead")}</p>
          <ColumnHelp />
        </Section>
      </div>
    </PageContainer>
  );
}

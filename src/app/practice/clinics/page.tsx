import { Hospital } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { AssociationCard } from "@/features/practice/components/association-card";
import { api } from "@/trpc/server";
import { requireOwnPractice } from "../own-practice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("clinicsTitle"), robots: { index: false } };
}

export default async function ClinicsPage() {
  await requireOwnPractice("/practice/clinics");
  const t = await getTranslations("practice");
  const all = await (await api()).practice.clinics();
  const current = all.filter(({ status }) => status !== "ended");
  const past = all.filter(({ status }) => status === "ended");
  const add = <ButtonLink href="/practice/clinics/new">{t("addClinic")}</ButtonLink>;
  return (
    <PageContainer width="text">
      <PageHeader
        title={t("clinicsTitle")}
        lead={t("clinicsLead")}
        actions={current.length > 0 && add}
      />
      <div className="grid gap-10">
        {current.length === 0 ? (
          <EmptyState icon={Hospital} title={t("noneTitle")} actions={add}>
            {t("noneBody")}
          </EmptyState>
        ) : (
          <section aria-label={t("clinicsTitle")}>
            <h2 className="sr-only">{t("clinicsTitle")}</h2>
            <ul className="grid gap-4">
              {current.map((association) => (
                <AssociationCard key={association.id} association={association} />
              ))}
            </ul>
          </section>
        )}
        {past.length > 0 && (
          <Section title={t("pastTitle")}>
            <ul className="grid gap-4">
              {past.map((association) => (
                <AssociationCard key={association.id} association={association} />
              ))}
            </ul>
          </Section>
        )}
      </div>
    </PageContainer>
  );
}

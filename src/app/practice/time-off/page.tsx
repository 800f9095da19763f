import { Hospital } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { TimeOff } from "@/features/practice/components/time-off";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";
import { requireOwnPractice } from "../own-practice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return { title: t("timeOffTitle"), robots: { index: false } };
}

export default async function TimeOffPage() {
  await requireOwnPractice("/practice/time-off");
  const t = await getTranslations("changes");
  const timeOff = await (await api()).practice.timeOff();
  return (
    <PageContainer width="text">
      <PageHeader title={t("timeOffTitle")} lead={t("timeOffLead")} />
      {timeOff.clinics.length === 0 ? (
        <EmptyState
          icon={Hospital}
          title={t("noClinicsTitle")}
          actions={<ButtonLink href="/practice/clinics/new">{t("addClinic")}</ButtonLink>}
        >
          {t("noClinicsBody")}
        </EmptyState>
      ) : (
        <ClientMessages only={["changes", "form", "refusals"]}>
          <ApiProvider>
            <TimeOff timeOff={timeOff} />
          </ApiProvider>
        </ClientMessages>
      )}
    </PageContainer>
  );
}

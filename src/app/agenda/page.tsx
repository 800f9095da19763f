import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireRole } from "@/features/accounts/require";
import { StatusBadge } from "@/features/appointments/components/status-badge";
import { When } from "@/features/appointments/components/when";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("appointments");
  return { title: t("agendaTitle"), robots: { index: false } };
}

export default async function AgendaPage() {
  const doctor = await requireRole("doctor", "/agenda");
  const t = await getTranslations("appointments");
  if (!doctor.verifiedDoctorId)
    return (
      <PageContainer width="text">
        <PageHeader title={t("agendaTitle")} />
        <Notice tone="caution" title={t("notVerifiedTitle")}>
          {t("notVerified")}
        </Notice>
      </PageContainer>
    );
  const agenda = await (await api()).appointments.agenda();
  return (
    <PageContainer width="text">
      <PageHeader title={t("agendaTitle")} lead={t("agendaLead")} />
      {agenda.length === 0 && (
        <EmptyState icon={CalendarDays} title={t("agendaEmpty")}>
          {t("agendaEmptyHint")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {agenda.map((entry) => (
          <Card as="li" key={entry.id} className="grid gap-1">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <When {...entry} />
              <StatusBadge status={entry.status} />
            </div>
            <p className="wrap-anywhere">
              {t("agendaPatient", {
                patient: entry.patientName ?? t("patientGone"),
                clinic: entry.clinicName ?? t("clinicGone"),
              })}
            </p>
          </Card>
        ))}
      </ul>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/features/accounts/require";
import { CancelForm } from "@/features/appointments/components/cancel-form";
import { VisitFacts } from "@/features/appointments/components/visit-facts";
import { visitOf } from "@/features/appointments/components/visit-of";
import { appointmentRef } from "@/features/appointments/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

export const metadata: Metadata = { robots: { index: false } };

export default async function CancelPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!appointmentRef.safeParse({ appointmentId: id }).success) notFound();
  await requireRole("patient", `/appointments/${id}/cancel`);
  const t = await getTranslations("appointments");
  const appointment = await orNotFound((await api()).appointments.get({ appointmentId: id }));
  // What can no longer be cancelled says so, and why, on its own page.
  if (appointment.changes.refusal) redirect(`/appointments/${id}`);
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href={`/appointments/${id}`}>{t("keepIt")}</TextLink>}
        title={t("cancelTitle")}
      />
      <div className="grid gap-6">
        <Card>
          <VisitFacts visit={visitOf(appointment)} />
        </Card>
        <ClientMessages only={["appointments", "form", "refusals"]}>
          <ApiProvider>
            <CancelForm appointmentId={id} />
          </ApiProvider>
        </ClientMessages>
      </div>
    </PageContainer>
  );
}

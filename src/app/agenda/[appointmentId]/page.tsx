import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { requireRole } from "@/features/accounts/require";
import { VisitPanel } from "@/features/appointments/components/visit-panel";
import { appointmentRef } from "@/features/appointments/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  // Whose visit it is stays out of the history of a browser that others use, too.
  return { title: t("visitTitle"), robots: { index: false } };
}

type VisitPageProps = { params: Promise<{ appointmentId: string }> };

export default async function VisitPage({ params }: VisitPageProps) {
  const { appointmentId } = await params;
  if (!appointmentRef.safeParse({ appointmentId }).success) notFound();
  const doctor = await requireRole("doctor", `/agenda/${appointmentId}`);
  if (!doctor.practisingDoctorId) redirect("/agenda");
  const visit = await orNotFound((await api()).agenda.visit({ appointmentId }));
  return (
    <PageContainer>
      <ClientMessages only={["agenda", "appointments", "common", "form", "refusals"]}>
        <ApiProvider>
          <VisitPanel initial={visit} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

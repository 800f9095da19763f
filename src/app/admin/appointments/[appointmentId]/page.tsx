import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { requireRight } from "@/features/accounts/require";
import { AppointmentFacts } from "@/features/people/components/appointment-facts";
import { AppointmentSteps } from "@/features/people/components/appointment-steps";
import { appointmentRef } from "@/features/people/schema";
import { api, orNotFound } from "@/trpc/server";

type Props = { params: Promise<{ appointmentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("appointmentsTitle"), robots: { index: false } };
}

export default async function AppointmentPage({ params }: Props) {
  const { appointmentId } = await params;
  const { rights } = await requireRight(
    "appointments.read",
    `/admin/appointments/${appointmentId}`,
  );
  const ref = appointmentRef.safeParse({ appointmentId });
  if (!ref.success) notFound();
  const t = await getTranslations("people");
  const appointment = await orNotFound((await api()).people.appointment(ref.data));
  const title = t("appointmentTitle", { patient: appointment.patientName || t("noName") });
  const crumbs = [
    { label: t("backToAppointments"), href: "/admin/appointments" },
    { label: title },
  ];
  return (
    <PageContainer width="text">
      <PageHeader title={title} above={<Breadcrumb label={t("wayBack")} items={crumbs} />} />
      <div className="grid gap-8">
        <AppointmentFacts appointment={appointment} hasPeople={rights.has("people.read")} />
        <AppointmentSteps appointment={appointment} />
      </div>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/features/accounts/require";
import { MoveForm } from "@/features/appointments/components/move-form";
import { VisitFacts } from "@/features/appointments/components/visit-facts";
import { visitOf } from "@/features/appointments/components/visit-of";
import { When } from "@/features/appointments/components/when";
import { appointmentRef, moveTimesInput } from "@/features/appointments/schema";
import { WeekPicker } from "@/features/doctors/components/week-picker";
import { ClientMessages } from "@/i18n/client-messages";
import { parseInstant } from "@/lib/time/instant";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

export const metadata: Metadata = { robots: { index: false } };

type MovePageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ at?: string | string[]; from?: string | string[] }>;
};

/** First a week of free times, then, with one chosen, the last word. */
export default async function MovePage({ params, searchParams }: MovePageProps) {
  const { id } = await params;
  if (!appointmentRef.safeParse({ appointmentId: id }).success) notFound();
  const { at, from } = await searchParams;
  const path = `/appointments/${id}/move`;
  await requireRole("patient", path);
  const calls = await api();
  const appointment = await orNotFound(calls.appointments.get({ appointmentId: id }));
  // What can no longer be moved says so, and why, on its own page.
  if (appointment.changes.refusal || !appointment.associationId) redirect(`/appointments/${id}`);
  const startsAt = parseInstant(String(at ?? ""));
  const { durationMinutes, timezone } = appointment;
  const t = await getTranslations("appointments");
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href={`/appointments/${id}`}>{t("keepIt")}</TextLink>}
        title={t("moveTitle")}
      />
      <div className="grid gap-6">
        <Card>
          <VisitFacts visit={visitOf(appointment)} />
        </Card>
        {startsAt ? (
          <Section title={t("moveTo")} actions={<TextLink href={path}>{t("otherTime")}</TextLink>}>
            <When
              startsAt={startsAt}
              endsAt={startsAt.add({ minutes: durationMinutes })}
              timezone={timezone}
            />
            <ClientMessages only={["appointments", "form", "refusals"]}>
              <ApiProvider>
                <MoveForm
                  appointmentId={id}
                  startsAt={startsAt.toString()}
                  expectedSequence={appointment.calendarSequence}
                  timezone={timezone}
                />
              </ApiProvider>
            </ClientMessages>
          </Section>
        ) : (
          <Section title={t("chooseNew")}>
            <MoveTimes id={id} from={String(from ?? "")} clinicName={appointment.clinicName} />
          </Section>
        )}
      </div>
    </PageContainer>
  );
}

type MoveTimesProps = { id: string; from: string; clinicName: string | null };

async function MoveTimes({ id, from, clinicName }: MoveTimesProps) {
  const asked = { appointmentId: id, from };
  // A damaged date shows the first week.
  const input = moveTimesInput.safeParse(asked).success ? asked : { appointmentId: id };
  const week = await (await api()).appointments.moveTimes(input);
  const path = `/appointments/${id}/move`;
  return (
    <WeekPicker
      week={week}
      clinicName={clinicName ?? ""}
      hrefFrom={(date) => `${path}?from=${date}`}
      hrefAt={(instant) => `${path}?at=${instant}`}
    />
  );
}

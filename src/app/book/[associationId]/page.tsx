import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireReadyToBook } from "@/features/accounts/require";
import { BookingForm } from "@/features/appointments/components/booking-form";
import { listHealthFacts } from "@/features/appointments/components/health-facts";
import { RefusedTime } from "@/features/appointments/components/refused-time";
import { VisitFacts } from "@/features/appointments/components/visit-facts";
import { ClientMessages } from "@/i18n/client-messages";
import { associationIdSchema } from "@/lib/ids";
import { parseInstant } from "@/lib/time/instant";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

export const metadata: Metadata = { robots: { index: false } };

type BookPageProps = {
  params: Promise<{ associationId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
};

/** Steps two and three of booking; the time was chosen on the page before. */
export default async function BookPage({ params, searchParams }: BookPageProps) {
  const { associationId } = await params;
  const at = String((await searchParams).at ?? "");
  const startsAt = parseInstant(at);
  if (!startsAt || !associationIdSchema.safeParse(associationId).success) notFound();
  const actor = await requireReadyToBook(`/book/${associationId}?at=${encodeURIComponent(at)}`);

  const t = await getTranslations("appointments");
  if (actor.role !== "patient") {
    const refusals = await getTranslations("refusals");
    return (
      <PageContainer width="form">
        <PageHeader title={t("bookTitle")} />
        <Notice tone="caution">{refusals("NOT_ALLOWED")}</Notice>
      </PageContainer>
    );
  }
  const calls = await api();
  const prepared = await orNotFound(
    calls.appointments.prepare({ associationId, startsAt: startsAt.toString() }),
  );
  const { visit, refusal, ownAppointmentId } = prepared;
  const doctorPath = `/doctors/${visit.doctor.slug}`;
  const path = `/book/${associationId}`;
  const time = { path, allTimesPath: doctorPath, timezone: visit.timezone };

  return (
    <PageContainer width="form">
      <PageHeader
        title={t("bookTitle")}
        above={<TextLink href={doctorPath}>{t("otherTime")}</TextLink>}
      />
      <div className="grid gap-6">
        <Card>
          <VisitFacts visit={{ ...visit, startsAt }} />
        </Card>
        <ClientMessages only={["appointments", "form", "refusals"]}>
          {ownAppointmentId ? (
            <Notice
              tone="positive"
              actions={
                <ButtonLink href={`/appointments/${ownAppointmentId}`}>
                  {t("showAppointment")}
                </ButtonLink>
              }
            >
              {t("youBooked")}
            </Notice>
          ) : refusal ? (
            <RefusedTime refusal={refusal} {...time} />
          ) : (
            <ApiProvider>
              <BookingForm
                {...time}
                associationId={associationId}
                startsAt={startsAt.toString()}
                noticeMinutes={visit.noticeMinutes}
                healthFacts={await listHealthFacts(await calls.accounts.profile())}
              />
            </ApiProvider>
          )}
        </ClientMessages>
      </div>
    </PageContainer>
  );
}

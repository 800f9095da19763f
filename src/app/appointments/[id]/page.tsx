import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { MapView } from "@/components/map/map-view";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/features/accounts/require";
import { ChangeOptions } from "@/features/appointments/components/change-options";
import { listHealthFacts } from "@/features/appointments/components/health-facts";
import { ProposalCard } from "@/features/appointments/components/proposal-card";
import { ShareHealth } from "@/features/appointments/components/share-health";
import { StatusBadge } from "@/features/appointments/components/status-badge";
import { VisitFacts } from "@/features/appointments/components/visit-facts";
import { visitOf } from "@/features/appointments/components/visit-of";
import { VisitState } from "@/features/appointments/components/visit-state";
import { isOpen } from "@/features/appointments/rules";
import { appointmentRef } from "@/features/appointments/schema";
import { AfterVisit } from "@/features/pharmacies/components/finder/after-visit";
import { ReviewInvitation } from "@/features/reviews/components/review-invitation";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDay } from "@/lib/time/format";
import { mapTiles } from "@/server/map-tiles";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

export const metadata: Metadata = { robots: { index: false } };

type AppointmentPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function AppointmentPage({ params, searchParams }: AppointmentPageProps) {
  const { id } = await params;
  if (!appointmentRef.safeParse({ appointmentId: id }).success) notFound();
  await requireRole("patient", `/appointments/${id}`);
  const { done } = await searchParams;
  const t = await getTranslations("appointments");
  const [calls, { now }] = await Promise.all([api(), pageContext()]);
  const appointment = await orNotFound(calls.appointments.get({ appointmentId: id }));
  const { status, clinicName, latitude, longitude, cancelledAt, timezone } = appointment;
  const { canShareHealth, isHealthShown } = appointment;
  const profile = await calls.accounts.profile();
  const facts = canShareHealth || isHealthShown ? await listHealthFacts(profile) : [];
  const isStanding = status === "scheduled" || status === "confirmed";
  const tp = await getTranslations("proposals");
  const proposal = appointment.hasOpenProposal
    ? await calls.appointments.proposal({ appointmentId: id })
    : null;
  const said = {
    booked: t("booked"),
    moved: t("moved"),
    cancelled: t("cancelled"),
    kept: tp("kept"),
  };

  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/appointments">{t("back")}</TextLink>}
        title={t("appointmentTitle", { doctor: appointment.doctorName ?? t("doctorGone") })}
        actions={<StatusBadge status={status} />}
      />
      <div className="grid gap-6">
        {typeof done === "string" &&
          Object.hasOwn(said, done) &&
          (done === "cancelled") === !isStanding && (
            <Notice tone="positive" isLive title={said[done as keyof typeof said]}>
              {done === "booked" && t("bookedHint")}
            </Notice>
          )}
        {cancelledAt && (
          <Notice tone="caution">
            {t(appointment.isCancelledByPatient ? "cancelledByYou" : "cancelledByClinic", {
              date: formatDay(cancelledAt, timezone),
            })}{" "}
            {appointment.cancellationReason &&
              t("cancelReasonGiven", { reason: appointment.cancellationReason })}
          </Notice>
        )}
        {proposal && <ProposalCard appointment={appointment} proposal={proposal} />}
        <VisitState appointment={appointment} />
        <Card>
          <VisitFacts visit={visitOf(appointment)} />
          {(isStanding || status === "cancelled") && (
            <a
              href={`/appointments/${id}/calendar.ics`}
              className={buttonClass({ variant: "secondary" })}
            >
              <CalendarPlus aria-hidden className="size-5" />
              {t(isStanding ? "addToCalendar" : "removeFromCalendar")}
            </a>
          )}
        </Card>
        {appointment.prescription && (
          <Section title={t("prescription")}>
            <p className="whitespace-pre-wrap wrap-anywhere">{appointment.prescription}</p>
          </Section>
        )}
        {appointment.symptoms && (
          <Section title={t("yourWords")}>
            <p className="whitespace-pre-wrap wrap-anywhere">{appointment.symptoms}</p>
          </Section>
        )}
        {facts.length > 0 && (
          <Section title={t("shareTitle")}>
            <ClientMessages only={["appointments", "form", "refusals"]}>
              <ApiProvider>
                <ShareHealth appointmentId={id} sharesHealth={isHealthShown} facts={facts} />
              </ApiProvider>
            </ClientMessages>
          </Section>
        )}
        {status === "completed" && <ReviewInvitation appointmentId={id} />}
        {isStanding ? (
          <ChangeOptions appointment={appointment} />
        ) : (
          !isOpen(status) &&
          appointment.doctorSlug && (
            <ButtonLink href={`/doctors/${appointment.doctorSlug}`} className="justify-self-start">
              {t("bookAgain")}
            </ButtonLink>
          )
        )}
        {isStanding && latitude !== null && longitude !== null && (
          <AfterVisit
            clinic={{ latitude, longitude }}
            endsAt={appointment.endsAt}
            timezone={timezone}
            now={now}
            home={homeTown(profile)}
          />
        )}
        {clinicName && latitude !== null && longitude !== null && (
          <ClientMessages only={["map"]}>
            <MapView
              label={t("mapLabel", { clinic: clinicName })}
              tiles={mapTiles()}
              markers={[{ id, latitude, longitude, kind: "clinic", label: clinicName }]}
            />
          </ClientMessages>
        )}
      </div>
    </PageContainer>
  );
}

/** "Evanston, IL, US", of what somebody wrote about where they live. */
function homeTown({ city, state, country }: { city: string; state: string; country: string }) {
  return city && [city, state, country].filter(Boolean).join(", ");
}

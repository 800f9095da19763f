import { CircleCheck, CircleDashed } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { requireStaff } from "@/features/accounts/require";
import { StateLine } from "@/features/pharmacies/components/page/state-line";
import { WeekTable } from "@/features/pharmacies/components/page/week-table";
import { ConfirmHours } from "@/features/pharmacy-staff/components/confirm-hours";
import { OpenReports } from "@/features/pharmacy-staff/components/open-reports";
import { RoomStanding } from "@/features/pharmacy-staff/components/room-standing";
import { UpcomingDuty } from "@/features/pharmacy-staff/components/upcoming-duty";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDay } from "@/lib/time/format";
import { instantOf } from "@/lib/time/instant";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("nav"), robots: { index: false } };
}

export default async function PharmacyRoomPage() {
  const { staff } = await requireStaff("/pharmacy");
  const call = await api();
  const [t, locale, { now }, room, reports, shifts] = await Promise.all([
    getTranslations("pharmacyStaff"),
    getLocale(),
    pageContext(),
    call.pharmacyStaff.room(),
    call.pharmacyReports.own(),
    call.duty.upcoming(),
  ]);
  const duties = shifts.map(({ startMs, endMs, district }) => ({
    district,
    startsAt: instantOf(startMs).toString(),
    endsAt: instantOf(endMs).toString(),
  }));
  const mayEdit = staff.rights.has("hours.edit");
  const { state, week, timezone, confirmedAt } = room;
  return (
    <PageContainer width="text">
      <PageHeader
        title={room.name}
        lead={addressOf(room)}
        actions={
          room.isListed &&
          room.slug && (
            <ButtonLink variant="secondary" href={`/pharmacies/${room.slug}`}>
              {t("publicPage")}
            </ButtonLink>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        <div className="grid gap-4">
          <p className="flex flex-wrap gap-2">
            {room.isVerified && (
              <Badge tone="positive" icon={CircleCheck}>
                {t("verified")}
              </Badge>
            )}
            <Badge
              tone={room.isListed ? "positive" : "caution"}
              icon={room.isListed ? CircleCheck : CircleDashed}
            >
              {t(room.isListed ? "listed" : "unlisted")}
            </Badge>
          </p>
          <RoomStanding room={room} />
          <OpenReports reports={reports} timezone={timezone} />
        </div>
        <Section
          title={t("weekTitle")}
          actions={
            week &&
            mayEdit && (
              <ButtonLink variant="secondary" href="/pharmacy/hours">
                {t("changeHours")}
              </ButtonLink>
            )
          }
        >
          {week ? (
            <>
              <StateLine pharmacy={{ state, timezone, duties }} now={now} />
              <WeekTable week={week} />
              <p className="text-small text-ink-muted">
                {confirmedAt
                  ? room.confirmedBy
                    ? t("confirmedBy", {
                        date: formatDay(confirmedAt, timezone, locale),
                        name: room.confirmedBy,
                      })
                    : t("confirmedAs", {
                        date: formatDay(confirmedAt, timezone, locale),
                        as: room.confirmedAs ?? "source",
                      })
                  : t("confirmedNever")}
              </p>
              {staff.rights.has("hours.confirm") && (
                <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
                  <ApiProvider>
                    <ConfirmHours revision={room.revision} />
                  </ApiProvider>
                </ClientMessages>
              )}
            </>
          ) : (
            <Notice
              tone="caution"
              title={t("noHours")}
              actions={mayEdit && <ButtonLink href="/pharmacy/hours">{t("enterHours")}</ButtonLink>}
            >
              <p>{t("noHoursBody")}</p>
              {room.hoursAsWritten && (
                <p className="mt-2">{t("hoursAsWritten", { text: room.hoursAsWritten })}</p>
              )}
            </Notice>
          )}
        </Section>
        <Section title={t("dutyTitle")}>
          <UpcomingDuty shifts={shifts} />
        </Section>
      </div>
    </PageContainer>
  );
}

/** Many an address names its town already. */
function addressOf({ address, city }: { address: string | null; city: string | null }): string {
  const isTold = city !== null && address?.includes(city);
  return [address, isTold ? null : city].filter(Boolean).join(", ");
}

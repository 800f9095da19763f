import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { requireStaff } from "@/features/accounts/require";
import { WeekTable } from "@/features/pharmacies/components/page/week-table";
import { HoursForm } from "@/features/pharmacy-staff/components/hours-form";
import { ClientMessages } from "@/i18n/client-messages";
import { zoneName } from "@/lib/time/format";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("hoursTitle"), robots: { index: false } };
}

export default async function PharmacyHoursPage() {
  const { staff } = await requireStaff("/pharmacy/hours");
  const [t, locale, { now }, room] = await Promise.all([
    getTranslations("pharmacyStaff"),
    getLocale(),
    pageContext(),
    (await api()).pharmacyStaff.room(),
  ]);
  const zone = zoneName(room.timezone, now, locale);
  return (
    <PageContainer width="text">
      <PageHeader title={t("hoursTitle")} lead={t("hoursLead", { zone })} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {room.hoursAsWritten && (
          <Notice>{t("hoursAsWritten", { text: room.hoursAsWritten })}</Notice>
        )}
        {staff.rights.has("hours.edit") ? (
          <ClientMessages only={["pharmacyStaff", "openingHours", "form", "refusals"]}>
            <ApiProvider>
              <HoursForm revision={room.revision} hours={room.hours} />
            </ApiProvider>
          </ClientMessages>
        ) : (
          <>
            <Notice>{t("hoursReadOnly")}</Notice>
            {room.week && <WeekTable week={room.week} />}
          </>
        )}
      </div>
    </PageContainer>
  );
}

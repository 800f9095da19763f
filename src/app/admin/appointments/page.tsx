import { CalendarSearch } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { RemoveChip } from "@/components/ui/filter-chip";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { AppointmentFilters } from "@/features/people/components/appointment-filters";
import { AppointmentList } from "@/features/people/components/appointment-list";
import { listHref, type RawParams, readFilter } from "@/features/people/list-url";
import { appointmentsInput } from "@/features/people/schema";
import { api } from "@/trpc/server";

const here = "/admin/appointments";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("appointmentsTitle"), robots: { index: false } };
}

export default async function AppointmentsPage(props: { searchParams: Promise<RawParams> }) {
  await requireRight("appointments.read", here);
  const t = await getTranslations("people");
  const filter = readFilter(appointmentsInput, await props.searchParams);
  const { appointments, next } = await (await api()).people.appointments(filter);
  return (
    <PageContainer>
      <PageHeader title={t("appointmentsTitle")} lead={t("appointmentsLead")} />
      <AppointmentFilters action={here} filter={filter} />
      {filter.person && (
        <p className="mb-4">
          <RemoveChip
            href={listHref(here, { ...filter, person: undefined, after: undefined })}
            label={t("showAll")}
          >
            {t("onlyPerson")}
          </RemoveChip>
        </p>
      )}
      {appointments.length === 0 ? (
        <EmptyState icon={CalendarSearch} title={t("noneFound")}>
          {t("noneFoundHint")}
        </EmptyState>
      ) : (
        <AppointmentList appointments={appointments} />
      )}
      <NextPage
        navLabel={t("appointmentsTitle")}
        label={t("earlier")}
        href={next && listHref(here, { ...filter, after: next })}
      />
    </PageContainer>
  );
}

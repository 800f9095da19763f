import { CalendarCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { UnservedFilters } from "@/features/licences/components/unserved-filters";
import { UnservedList } from "@/features/licences/components/unserved-list";
import { unservedInput } from "@/features/licences/schema";
import { unservedHref } from "@/features/licences/unserved-url";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("licences");
  return { title: t("unservedTitle"), robots: { index: false } };
}

type Query = Record<"cause" | "doctor" | "after", string | string[] | undefined>;

export default async function UnservedPage(props: { searchParams: Promise<Partial<Query>> }) {
  await requireRight("appointments.decide", "/admin/unserved");
  const t = await getTranslations("licences");
  // A damaged address shows the first page of all.
  const asked = unservedInput.safeParse(await props.searchParams).data ?? {};
  const { appointments, counts, doctor, next } = await (await api()).licences.unserved(asked);
  const isFiltered = Boolean(asked.cause || asked.doctor || asked.after);
  return (
    <PageContainer width="text">
      <PageHeader title={t("unservedTitle")} lead={t("unservedLead")} />
      <UnservedFilters filter={asked} counts={counts} doctor={doctor} />
      <ClientMessages only={["licences", "form", "refusals"]}>
        <ApiProvider>
          <UnservedList
            appointments={appointments.map(({ startsAt, ...one }) => ({
              ...one,
              startMs: startsAt.epochMilliseconds,
            }))}
          >
            <EmptyState
              icon={CalendarCheck}
              title={t(isFiltered ? "unservedNoneFiltered" : "unservedNone")}
              actions={
                isFiltered && (
                  <ButtonLink href="/admin/unserved" variant="secondary">
                    {t("unservedAll")}
                  </ButtonLink>
                )
              }
            >
              {t("unservedNoneHint")}
            </EmptyState>
          </UnservedList>
        </ApiProvider>
      </ClientMessages>
      <NextPage
        navLabel={t("unservedTitle")}
        label={t("later")}
        href={next && unservedHref({ ...asked, after: next })}
      />
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { associationRef } from "@/features/practice/association-schema";
import { HoursEditor } from "@/features/practice/components/hours-editor";
import { ClientMessages } from "@/i18n/client-messages";
import { zoneName } from "@/lib/time/format";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";
import { requireOwnPractice } from "../../../own-practice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hours");
  return { title: t("title"), robots: { index: false } };
}

type PageProps = { params: Promise<{ associationId: string }> };

export default async function HoursPage({ params }: PageProps) {
  const asked = associationRef.safeParse(await params);
  if (!asked.success) notFound();
  const { associationId } = asked.data;
  const path = `/practice/clinics/${associationId}`;
  await requireOwnPractice(`${path}/hours`);
  const [t, locale, { now }] = await Promise.all([
    getTranslations("hours"),
    getLocale(),
    pageContext(),
  ]);
  const hours = await orNotFound((await api()).practice.hours({ associationId }));
  if (hours.status === "ended") redirect(path);
  const { clinic } = hours;
  return (
    <PageContainer>
      <PageHeader
        above={<TextLink href={path}>{clinic.name}</TextLink>}
        title={t("title")}
        lead={t("lead", { clinic: clinic.name, zone: zoneName(clinic.timezone, now, locale) })}
      />
      <div className="grid gap-6">
        {hours.status === "on_leave" && <Notice>{t("notActive")}</Notice>}
        <ClientMessages only={["hours", "changes", "form", "refusals"]}>
          <ApiProvider>
            <HoursEditor
              associationId={associationId}
              saved={hours.saved}
              elsewhere={hours.elsewhere}
            />
          </ApiProvider>
        </ClientMessages>
      </div>
    </PageContainer>
  );
}

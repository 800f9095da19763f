import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { clinicRef, findInput } from "@/features/practice/clinic-schema";
import { ClinicChoices } from "@/features/practice/components/clinic-choices";
import { FindClinic } from "@/features/practice/components/find-clinic";
import { JoinForm } from "@/features/practice/components/join-form";
import { ClientMessages } from "@/i18n/client-messages";
import { formatMoney } from "@/lib/money";
import { clinicDateOf } from "@/lib/time/zone";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";
import { requireOwnPractice } from "../../own-practice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("findTitle"), robots: { index: false } };
}

type Query = { find?: string | string[]; clinic?: string | string[] };

export default async function AddClinicPage(props: { searchParams: Promise<Query> }) {
  await requireOwnPractice("/practice/clinics/new");
  const query = await props.searchParams;
  const chosen = clinicRef.safeParse({ clinicId: query.clinic });
  if (chosen.success) return <JoinPage clinicId={chosen.data.clinicId} />;
  const asked = findInput.safeParse({ text: query.find });
  return <FindPage text={asked.success ? asked.data.text : ""} />;
}

async function FindPage({ text }: { text: string }) {
  const t = await getTranslations("practice");
  const found = text ? await (await api()).practice.findClinics({ text }) : null;
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/practice/clinics">{t("backToClinics")}</TextLink>}
        title={t("findTitle")}
        lead={t("findLead")}
      />
      <div className="grid gap-6">
        <FindClinic text={text} />
        {found && (
          <>
            <p role="status" className="font-semibold">
              {t("found", { count: found.length })}
            </p>
            {found.length > 0 ? (
              <ClientMessages only={["practice"]}>
                <ClinicChoices clinics={found} />
              </ClientMessages>
            ) : (
              <p>{t("foundNone")}</p>
            )}
            <div className="flex flex-wrap items-center gap-3">
              {found.length > 0 && <p>{t("notThere")}</p>}
              <ButtonLink href="/practice/clinics/propose" variant="secondary">
                {t("proposeNew")}
              </ButtonLink>
            </div>
          </>
        )}
      </div>
    </PageContainer>
  );
}

async function JoinPage({ clinicId }: { clinicId: string }) {
  const [t, calls, { now }] = await Promise.all([
    getTranslations("practice"),
    api(),
    pageContext(),
  ]);
  const offer = await orNotFound(calls.practice.clinicToJoin({ clinicId }));
  const { clinic } = offer;
  if (clinic.associationId) redirect(`/practice/clinics/${clinic.associationId}`);
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href="/practice/clinics/new">{t("backToFind")}</TextLink>}
        title={t("joinTitle", { clinic: clinic.name })}
        lead={t("joinLead")}
      />
      <div className="grid gap-6">
        {clinic.isProposed && <Notice title={t("proposed")}>{t("proposedHint")}</Notice>}
        <ClientMessages only={["practice", "form", "refusals"]}>
          <ApiProvider>
            <JoinForm
              clinicId={clinic.id}
              currency={clinic.currency}
              usualFee={
                offer.usualFee === null ? null : formatMoney(offer.usualFee, clinic.currency)
              }
              durationMinutes={offer.usualDuration}
              isFirst={offer.isFirst}
              today={clinicDateOf(now, clinic.timezone).toString()}
            />
          </ApiProvider>
        </ClientMessages>
      </div>
    </PageContainer>
  );
}

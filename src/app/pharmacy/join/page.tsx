import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { pharmacyStart } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { ClaimForm } from "@/features/pharmacy-staff/components/claim-form";
import { FindPharmacy } from "@/features/pharmacy-staff/components/find-pharmacy";
import { JoinIntroduction } from "@/features/pharmacy-staff/components/join-introduction";
import { JoinStanding } from "@/features/pharmacy-staff/components/join-standing";
import { PharmacyChoices } from "@/features/pharmacy-staff/components/pharmacy-choices";
import { findInput, pharmacyRef } from "@/features/pharmacy-staff/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";
import { readFreeJoining, readJoining } from "./joining";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("joinTitle"), description: t("joinIntro") };
}

type Query = { find?: string | string[]; pharmacy?: string | string[] };

export default async function JoinPage(props: { searchParams: Promise<Query> }) {
  const [query, { asking }] = await Promise.all([props.searchParams, pageContext()]);
  const chosen = pharmacyRef.safeParse({ pharmacyId: query.pharmacy });
  if (chosen.success) return <ClaimPage pharmacyId={chosen.data.pharmacyId} />;
  if (asking.state === "anonymous")
    return (
      <PageContainer>
        <JoinIntroduction
          signUpHref={withQuery("/sign-up", { next: pharmacyStart })}
          signInHref={withQuery("/sign-in", { next: pharmacyStart })}
        />
      </PageContainer>
    );
  const joining = await readJoining();
  const asked = findInput.safeParse({ text: query.find });
  const isFree = !joining.obstacle && joining.claim?.status !== "open";
  return (
    <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
      <ApiProvider>
        <FindPage text={asked.success ? asked.data.text : ""} isFree={isFree}>
          <JoinStanding {...joining} />
        </FindPage>
      </ApiProvider>
    </ClientMessages>
  );
}

type FindPageProps = { text: string; isFree: boolean; children: React.ReactNode };

async function FindPage({ text, isFree, children }: FindPageProps) {
  const t = await getTranslations("pharmacyStaff");
  const found = text && isFree ? await (await api()).pharmacyStaff.find({ text }) : null;
  return (
    <PageContainer width="text">
      <PageHeader
        title={t(isFree ? "findTitle" : "joinTitle")}
        lead={isFree ? t("findLead") : undefined}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {children}
        {isFree && <FindPharmacy text={text} />}
        {found && (
          <p role="status" className="font-semibold">
            {t("found", { count: found.length })}
          </p>
        )}
        {found && found.length > 0 && <PharmacyChoices pharmacies={found} />}
        {found?.length === 0 && <p>{t("foundNone")}</p>}
        {isFree && (
          <div className="flex flex-wrap items-center gap-3">
            <p>{t("notThere")}</p>
            <ButtonLink href="/pharmacy/join/new" variant="secondary">
              {t("addNew")}
            </ButtonLink>
          </div>
        )}
      </div>
    </PageContainer>
  );
}

async function ClaimPage({ pharmacyId }: { pharmacyId: string }) {
  const { person } = await readFreeJoining(`/pharmacy/join?pharmacy=${pharmacyId}`);
  const t = await getTranslations("pharmacyStaff");
  const pharmacy = await orNotFound((await api()).pharmacyStaff.pharmacyToClaim({ pharmacyId }));
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href="/pharmacy/join">{t("backToFind")}</TextLink>}
        title={t("claimTitle", { pharmacy: pharmacy.name })}
        lead={t("claimLead")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <p className="text-ink-muted">
          {[pharmacy.address, pharmacy.city].filter(Boolean).join(", ")}
        </p>
        {pharmacy.isRun && (
          <Notice tone="caution" title={t("claimIsRunTitle")}>
            {t("claimIsRun")}
          </Notice>
        )}
        <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
          <ApiProvider>
            <ClaimForm pharmacyId={pharmacy.id} person={person} />
          </ApiProvider>
        </ClientMessages>
      </div>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { currencyChoices } from "@/features/practice/currencies";
import { ClinicBadge } from "@/features/registry/components/clinic-badge";
import { ClinicForm } from "@/features/registry/components/clinic-form";
import { ClinicRows } from "@/features/registry/components/clinic-rows";
import { ProposalSection } from "@/features/registry/components/proposal-section";
import { StatusSection } from "@/features/registry/components/status-section";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { placeChoices } from "../../form-choices";
import { clinicOf } from "./clinic-of";

type PageProps = {
  params: Promise<{ clinicId: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const deeds = ["created", "approved", "declined", "merged", "isMerged"] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { clinicId } = await params;
  await requireRight("clinics.edit", `/admin/clinics/${clinicId}`);
  const { facts } = await clinicOf(clinicId);
  return { title: facts.name, robots: { index: false } };
}

export default async function ClinicPage({ params, searchParams }: PageProps) {
  const { clinicId } = await params;
  const { rights } = await requireRight("clinics.edit", `/admin/clinics/${clinicId}`);
  const [clinic, t, locale, choices, query] = await Promise.all([
    clinicOf(clinicId),
    getTranslations("registry"),
    getLocale(),
    placeChoices(),
    searchParams,
  ]);
  if (clinic.status === "merged" && clinic.mergedInto)
    redirect(`/admin/clinics/${clinic.mergedInto}?done=isMerged`);
  const { id, revision, status, facts, standing, hoursAsWritten } = clinic;
  const done = deeds.find((deed) => deed === query.done);
  const isPublic = ["active", "temporarily_closed", "permanently_closed"].includes(status);
  const mayMerge = rights.has("clinics.merge");
  const own = { clinicId: id, revision, name: facts.name };
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/admin/clinics">{t("backToClinics")}</TextLink>}
        title={facts.name}
        lead={<ClinicBadge status={status} />}
        actions={
          <>
            {isPublic && (
              <ButtonLink href={`/clinics/${facts.slug}`} variant="secondary">
                {t("openPublic")}
              </ButtonLink>
            )}
            {mayMerge && (
              <ButtonLink href={`/admin/clinics/${id}/merge`} variant="secondary">
                {t("merge")}
              </ButtonLink>
            )}
          </>
        }
      />
      <ClientMessages only={["registry", "form", "refusals", "map"]}>
        <ApiProvider>
          <div className="grid gap-12">
            {done && <Notice tone="positive">{t(done)}</Notice>}
            {status === "proposed" && (
              <Section title={t("proposalTitle")}>
                <ProposalSection {...own} proposer={clinic.proposer} />
              </Section>
            )}
            <Alike clinic={clinic} mayMerge={mayMerge} />
            <ClinicForm
              {...choices}
              currencies={currencyChoices(locale)}
              clinic={{ id, revision, facts, hoursAsWritten, standing }}
            />
            {clinic.oldSlugs.length > 0 && (
              <Section title={t("oldSlugs")}>
                <p className="text-ink-muted">{t("oldSlugsHint")}</p>
                <ul className="grid gap-1">
                  {clinic.oldSlugs.map((slug) => (
                    <li key={slug} className="wrap-anywhere">
                      /clinics/{slug}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {status !== "proposed" && status !== "merged" && (
              <Section title={t("statusTitle")}>
                <StatusSection
                  {...own}
                  status={status}
                  standing={standing}
                  mayDecide={rights.has("appointments.decide")}
                />
              </Section>
            )}
          </div>
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

type AlikeProps = { clinic: Awaited<ReturnType<typeof clinicOf>>; mayMerge: boolean };

/** A proposal always says whether there is one like it; a clinic only where there is. */
async function Alike({ clinic: { id, alike, status }, mayMerge }: AlikeProps) {
  const t = await getTranslations("registry");
  if (alike.length === 0 && status !== "proposed") return null;
  return (
    <Section title={t("alikeTitle")}>
      <p className="text-ink-muted">{t(alike.length > 0 ? "alikeHint" : "alikeNone")}</p>
      {alike.length > 0 && (
        <ClinicRows
          clinics={alike}
          action={(other) =>
            mayMerge && (
              <ButtonLink
                href={`/admin/clinics/${id}/merge?with=${other.id}`}
                variant="secondary"
                aria-label={`${t("mergeWith")}: ${other.name}`}
              >
                {t("mergeWith")}
              </ButtonLink>
            )
          }
        />
      )}
    </Section>
  );
}

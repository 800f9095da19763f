import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { ClinicRows } from "@/features/registry/components/clinic-rows";
import { ClinicSearch } from "@/features/registry/components/clinic-search";
import { MergeSides } from "@/features/registry/components/merge-sides";
import { clinicsInput, pairInput } from "@/features/registry/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";
import { clinicOf } from "../clinic-of";

type PageProps = {
  params: Promise<{ clinicId: string }>;
  searchParams: Promise<Partial<Record<"with" | "text", string | string[]>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registry");
  return { title: t("mergePair"), robots: { index: false } };
}

/** The clinic of the address goes; `with` is the one that stays. */
export default async function MergePage({ params, searchParams }: PageProps) {
  const { clinicId } = await params;
  await requireRight("clinics.merge", `/admin/clinics/${clinicId}/merge`);
  const query = await searchParams;
  const pair = pairInput.safeParse({ goesId: clinicId, staysId: query.with });
  if (pair.success) return <Beside pair={pair.data} />;
  const text = clinicsInput.safeParse({ text: query.text }).data?.text ?? "";
  return <Choose clinicId={clinicId} text={text} />;
}

async function Choose({ clinicId, text }: { clinicId: string; text: string }) {
  const [t, clinic, calls] = await Promise.all([
    getTranslations("registry"),
    clinicOf(clinicId),
    api(),
  ]);
  const here = `/admin/clinics/${clinicId}/merge`;
  const found = text ? (await calls.registry.clinics({ text })).clinics : clinic.alike;
  const others = found.filter(({ id }) => id !== clinicId);
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href={`/admin/clinics/${clinicId}`}>{clinic.facts.name}</TextLink>}
        title={t("mergeTitle", { name: clinic.facts.name })}
        lead={t("mergeLead")}
      />
      <div className="grid grid-cols-1 gap-6">
        <ClinicSearch action={here} text={text} />
        {others.length > 0 ? (
          <ClinicRows
            clinics={others}
            action={(other) => (
              <ButtonLink
                href={`${here}?with=${other.id}`}
                variant="secondary"
                aria-label={`${t("mergeWith")}: ${other.name}`}
              >
                {t("mergeWith")}
              </ButtonLink>
            )}
          />
        ) : (
          <EmptyState title={t(text ? "none" : "alikeNone")} />
        )}
      </div>
    </PageContainer>
  );
}

async function Beside({ pair }: { pair: { goesId: string; staysId: string } }) {
  const [t, calls] = await Promise.all([getTranslations("registry"), api()]);
  const found = await orNotFound(calls.registry.mergePair(pair));
  return (
    <PageContainer>
      <PageHeader
        above={
          <TextLink href={`/admin/clinics/${pair.goesId}/merge`}>
            {t("mergeTitle", { name: found.goes.facts.name })}
          </TextLink>
        }
        title={t("mergePair")}
        lead={t("mergePairLead")}
        actions={
          <ButtonLink
            href={`/admin/clinics/${pair.staysId}/merge?with=${pair.goesId}`}
            variant="secondary"
          >
            {t("swap")}
          </ButtonLink>
        }
      />
      <ClientMessages only={["registry", "form", "refusals"]}>
        <ApiProvider>
          <MergeSides pair={found} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

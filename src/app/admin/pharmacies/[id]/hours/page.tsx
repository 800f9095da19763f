import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { PharmacyHoursForm } from "@/features/registry/components/pharmacy-hours-form";
import { pharmacyRef } from "@/features/registry/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("editHours"), robots: { index: false } };
}

export default async function PharmacyHoursPage({ params }: PageProps) {
  const { id: pharmacyId } = await params;
  await requireRight("pharmacies.edit", `/admin/pharmacies/${pharmacyId}/hours`);
  if (!pharmacyRef.safeParse({ pharmacyId }).success) notFound();
  const [pharmacy, t] = await Promise.all([
    api().then((caller) => orNotFound(caller.registry.pharmacy({ pharmacyId }))),
    getTranslations("registry"),
  ]);
  const { revision, facts, hours, hoursAsWritten } = pharmacy;
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href={`/admin/pharmacies/${pharmacyId}`}>{facts.name}</TextLink>}
        title={t("editHours")}
        lead={t("editHoursLead")}
      />
      {hoursAsWritten && <p className="mb-8">{t("hoursAsWritten", { text: hoursAsWritten })}</p>}
      <ClientMessages only={["registry", "openingHours", "form", "refusals"]}>
        <ApiProvider>
          <PharmacyHoursForm pharmacyId={pharmacyId} revision={revision} hours={hours} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

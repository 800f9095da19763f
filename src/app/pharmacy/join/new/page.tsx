import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeChoices } from "@/app/admin/form-choices";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ProposeForm } from "@/features/pharmacy-staff/components/propose-form";
import { PlaceFields } from "@/features/registry/components/place-fields";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { readFreeJoining } from "../joining";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("proposeTitle"), robots: { index: false } };
}

export default async function ProposePharmacyPage() {
  const { person } = await readFreeJoining("/pharmacy/join/new");
  const [t, choices] = await Promise.all([getTranslations("pharmacyStaff"), placeChoices()]);
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href="/pharmacy/join">{t("backToFind")}</TextLink>}
        title={t("proposeTitle")}
        lead={t("proposeLead")}
      />
      <ClientMessages only={["pharmacyStaff", "registry", "form", "refusals", "map"]}>
        <ApiProvider>
          <ProposeForm person={person} place={<PlaceFields {...choices} />} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

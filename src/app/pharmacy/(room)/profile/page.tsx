import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { requireStaff } from "@/features/accounts/require";
import { ProfileForm } from "@/features/pharmacy-staff/components/profile-form";
import type { OwnProfile } from "@/features/pharmacy-staff/queries/show-profile";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("profileTitle"), robots: { index: false } };
}

export default async function PharmacyProfilePage() {
  const { staff } = await requireStaff("/pharmacy/profile");
  const [t, profile] = await Promise.all([
    getTranslations("pharmacyStaff"),
    (await api()).pharmacyStaff.profile(),
  ]);
  return (
    <PageContainer width="text">
      <PageHeader title={t("profileTitle")} lead={t("profileLead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        <Checked profile={profile} />
        {staff.rights.has("profile.edit") ? (
          <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
            <ApiProvider>
              <ProfileForm revision={profile.revision} draft={draftOf(profile)} />
            </ApiProvider>
          </ClientMessages>
        ) : (
          <Notice>{t("profileReadOnly")}</Notice>
        )}
      </div>
    </PageContainer>
  );
}

function draftOf({ facts }: OwnProfile) {
  const { description, phone, email, website, services, insurance } = facts;
  const { supportsDelivery, acceptsInsurance, deliveryRadiusKm } = facts;
  return {
    description,
    phone,
    email,
    website,
    services,
    insurance,
    supportsDelivery,
    acceptsInsurance,
    deliveryRadiusKm: deliveryRadiusKm === null ? "" : String(deliveryRadiusKm),
  };
}

async function Checked({ profile: { facts } }: { profile: OwnProfile }) {
  const t = await getTranslations("pharmacyStaff");
  const { licenseNumber, licenseAuthority } = facts;
  const licence = [licenseNumber, licenseAuthority].filter(Boolean).join(", ");
  return (
    <Section title={t("checkedTitle")}>
      <Card className="grid gap-3">
        <DefinitionList
          items={[
            { term: t("checkedName"), value: facts.name },
            {
              term: t("checkedAddress"),
              value: [facts.address, facts.city].filter(Boolean).join(", ") || t("notGiven"),
            },
            { term: t("checkedLicence"), value: licence || t("notGiven") },
          ]}
        />
        <p className="text-small text-ink-muted">{t("checkedBody")}</p>
      </Card>
    </Section>
  );
}

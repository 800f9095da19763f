import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { DistrictForm } from "@/features/duty/components/district-form";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { placeChoices } from "../../../form-choices";
import { districtOf } from "../district-of";

type PageProps = { params: Promise<{ districtId: string }> };

const read = async ({ params }: PageProps) => {
  const { districtId } = await params;
  return districtOf(districtId, `/admin/duty/${districtId}/edit`);
};

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const [t, { answers }] = await Promise.all([getTranslations("duty"), read(props)]);
  return { title: t("editTitle", { name: answers.name }), robots: { index: false } };
}

export default async function EditDistrictPage(props: PageProps) {
  const { id, revision, answers } = await read(props);
  const [t, choices] = await Promise.all([getTranslations("duty"), placeChoices()]);
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href={`/admin/duty/${id}`}>{answers.name}</TextLink>}
        title={t("editTitle", { name: answers.name })}
      />
      <ClientMessages only={["duty", "form", "refusals", "map"]}>
        <ApiProvider>
          <DistrictForm {...choices} district={{ id, revision, answers }} />
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { requireRight } from "@/features/accounts/require";
import { AdministratorFacts } from "@/features/administrators/components/administrator-facts";
import { AdministratorLinks } from "@/features/administrators/components/administrator-links";
import { AdministratorRights } from "@/features/administrators/components/administrator-rights";
import { administratorRef } from "@/features/administrators/schema";
import { api, orNotFound } from "@/trpc/server";

type Props = { params: Promise<{ userId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("administrators");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdministratorPage({ params }: Props) {
  const path = await params;
  const list = "/admin/administrators";
  const viewer = await requireRight("administrators.read", `${list}/${path.userId}`);
  const ref = administratorRef.safeParse(path);
  if (!ref.success) notFound();
  const t = await getTranslations("administrators");
  const { administrator, own } = await orNotFound((await api()).administrators.get(ref.data));
  const name = administrator.name || administrator.email;
  return (
    <PageContainer>
      <PageHeader
        title={<span dir="auto">{name}</span>}
        above={
          <Breadcrumb
            label={t("wayBack")}
            items={[{ label: t("title"), href: list }, { label: name }]}
          />
        }
      />
      <div className="grid gap-10">
        <AdministratorFacts administrator={administrator} />
        <Section title={t("formTitle")}>
          <AdministratorRights
            administrator={administrator}
            viewer={{ userId: viewer.userId, isActive: true, grants: own }}
          />
        </Section>
        <AdministratorLinks userId={administrator.userId} rights={viewer.rights} />
      </div>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { requireRight } from "@/features/accounts/require";
import { RoleForm } from "@/features/people/components/role-form";
import { RoleObstacles } from "@/features/people/components/role-obstacles";
import { offersFor } from "@/features/people/role-offers";
import { personRef } from "@/features/people/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

type Props = { params: Promise<{ userId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("changeRole"), robots: { index: false } };
}

export default async function RolePage({ params }: Props) {
  const path = await params;
  const here = `/admin/people/${path.userId}`;
  const viewer = await requireRight("people.role", `${here}/role`);
  const ref = personRef.safeParse(path);
  if (!ref.success) notFound();
  if (viewer.userId === ref.data.userId) redirect(here);
  const t = await getTranslations("people");
  const person = await orNotFound((await api()).people.get(ref.data));
  const { possible, kept } = offersFor(person, viewer.rights.has("administrators.grant"));
  const name = person.name || person.email;
  const crumbs = [
    { label: t("backToPeople"), href: "/admin/people" },
    { label: name, href: here },
    { label: t("changeRole") },
  ];
  return (
    <PageContainer width="text">
      <PageHeader
        title={t("roleTitle", { name })}
        lead={t("roleLead", { role: t(`role_${person.role}`) })}
        above={<Breadcrumb label={t("wayBack")} items={crumbs} />}
      />
      <div className="grid gap-8">
        {possible.length > 0 && (
          <ClientMessages only={["people", "form", "refusals"]}>
            <ApiProvider>
              <RoleForm userId={person.userId} role={person.role} offers={possible} back={here} />
            </ApiProvider>
          </ClientMessages>
        )}
        <RoleObstacles kept={kept} patientAhead={person.patientAhead} />
      </div>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { AppointmentList } from "@/features/people/components/appointment-list";
import { PersonActions } from "@/features/people/components/person-actions";
import { PersonFacts } from "@/features/people/components/person-facts";
import { PersonLinks } from "@/features/people/components/person-links";
import { PersonNotices } from "@/features/people/components/person-notices";
import { personRef } from "@/features/people/schema";
import type { UserId } from "@/lib/ids";
import { api, orNotFound } from "@/trpc/server";

type Props = { params: Promise<{ userId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title"), robots: { index: false } };
}

export default async function PersonPage({ params }: Props) {
  const path = await params;
  const viewer = await requireRight("people.read", `/admin/people/${path.userId}`);
  const ref = personRef.safeParse(path);
  if (!ref.success) notFound();
  const t = await getTranslations("people");
  const person = await orNotFound((await api()).people.get(ref.data));
  const name = person.name || t("noName");
  const crumbs = [{ label: t("backToPeople"), href: "/admin/people" }, { label: name }];
  return (
    <PageContainer width="text">
      <PageHeader
        title={<span dir="auto">{name}</span>}
        above={<Breadcrumb label={t("wayBack")} items={crumbs} />}
      />
      <div className="grid gap-8">
        <PersonNotices person={person} mayDecide={viewer.rights.has("appointments.decide")} />
        <PersonFacts person={person} />
        <PersonActions person={person} viewer={viewer} />
        {viewer.rights.has("appointments.read") && <TheirAppointments userId={ref.data.userId} />}
        <PersonLinks person={person} rights={viewer.rights} />
      </div>
    </PageContainer>
  );
}

const shownHere = 8;

async function TheirAppointments({ userId }: { userId: UserId }) {
  const t = await getTranslations("people");
  const { appointments } = await (await api()).people.appointments({ person: userId });
  return (
    <Section title={t("theirAppointments")}>
      {appointments.length === 0 && <p className="text-ink-muted">{t("noAppointments")}</p>}
      {appointments.length > 0 && (
        <AppointmentList appointments={appointments.slice(0, shownHere)} />
      )}
      {appointments.length > shownHere && (
        <p>
          <TextLink
            href={`/admin/appointments?person=${userId}`}
            className="inline-flex min-h-touch items-center"
          >
            {t("allAppointments")}
          </TextLink>
        </p>
      )}
    </Section>
  );
}

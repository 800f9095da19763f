import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { JsonLd } from "@/components/ui/json-ld";
import { Notice } from "@/components/ui/notice";
import { clinicLd } from "@/features/clinics/clinic-ld";
import { ClinicFacts } from "@/features/clinics/components/clinic-facts";
import { ClinicPlace } from "@/features/clinics/components/clinic-place";
import { HoursTable } from "@/features/clinics/components/hours-table";
import type { ClinicPage as Clinic } from "@/features/clinics/schema";
import { DoctorCard } from "@/features/doctors/components/doctor-card";
import { searchHref } from "@/features/doctors/search-url";
import { clinicDateOf } from "@/lib/time/zone";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";
import { clinicOf } from "./clinic-of";

type PageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params;
  const [t, clinic] = await Promise.all([getTranslations("clinic"), clinicOf(slug)]);
  const { name } = clinic;
  return {
    title: t("metaTitle", { name, city: clinic.city ?? "none" }),
    description: t("metaDescription", { name }),
    alternates: { canonical: `/clinics/${slug}` },
  };
}

export default async function ClinicPage({ params }: PageProps) {
  const { slug } = await params;
  const clinic = await clinicOf(slug);
  const [t, common, { now }] = await Promise.all([
    getTranslations("clinic"),
    getTranslations("common"),
    pageContext(),
  ]);
  return (
    <PageContainer>
      <JsonLd data={clinicLd(clinic)} />
      <PageHeader
        title={clinic.name}
        lead={clinic.city}
        above={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("allClinics"), href: "/clinics" }, { label: clinic.name }]}
          />
        }
      />
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-10">
          {clinic.status === "active" ? (
            <Doctors clinic={clinic} />
          ) : (
            <Notice
              tone="caution"
              actions={<ButtonLink href={hrefNear(clinic)}>{t("findOthers")}</ButtonLink>}
            >
              {t(
                clinic.status === "temporarily_closed" ? "temporarilyClosed" : "permanentlyClosed",
              )}
            </Notice>
          )}
          <ClinicFacts clinic={clinic} />
        </div>
        <div className="grid gap-10">
          <Section title={t("address")}>
            <ClinicPlace clinic={clinic} />
          </Section>
          {clinic.hours && (
            <Section title={t("hours")}>
              <HoursTable
                hours={clinic.hours}
                today={clinicDateOf(now, clinic.timezone).dayOfWeek - 1}
              />
            </Section>
          )}
        </div>
      </div>
    </PageContainer>
  );
}

async function Doctors({ clinic }: { clinic: Clinic }) {
  const [t, { now }, calls] = await Promise.all([getTranslations("clinic"), pageContext(), api()]);
  const { doctors, nextCursor } = await calls.doctors.search({ clinic: clinic.slug });
  const allHref = searchHref({ clinic: clinic.slug, sort: "soonest" });
  return (
    <Section title={t("doctors")}>
      {doctors.length === 0 ? (
        <EmptyState
          title={t("noDoctors")}
          actions={<ButtonLink href={hrefNear(clinic)}>{t("findOthers")}</ButtonLink>}
        />
      ) : (
        <ul className="grid gap-4">
          {doctors.map((doctor) => (
            <DoctorCard key={doctor.id} doctor={doctor} now={now} level={3} isClinicHidden />
          ))}
        </ul>
      )}
      {nextCursor && (
        <p>
          <ButtonLink href={allHref} variant="secondary">
            {t("moreDoctors")}
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}

function hrefNear({ latitude, longitude }: Clinic): string {
  const near = latitude === null || longitude === null ? {} : { near: { latitude, longitude } };
  return searchHref({ ...near, sort: "soonest" });
}

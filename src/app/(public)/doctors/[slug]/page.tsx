import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { Section } from "@/components/layout/section";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { JsonLd } from "@/components/ui/json-ld";
import { Notice } from "@/components/ui/notice";
import { ClinicPlace } from "@/features/clinics/components/clinic-place";
import { DoctorClinics } from "@/features/doctors/components/doctor-clinics";
import { DoctorFacts } from "@/features/doctors/components/doctor-facts";
import { DoctorHeader } from "@/features/doctors/components/doctor-header";
import { FreeTimes } from "@/features/doctors/components/free-times";
import { chooseClinic, readDoctorUrl } from "@/features/doctors/doctor-url";
import { physicianLd } from "@/features/doctors/physician-ld";
import { PublicReviews } from "@/features/reviews/components/public-reviews";
import type { RawParams } from "@/lib/nearby-url";
import { api } from "@/trpc/server";
import { doctorOf } from "./doctor-of";

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<RawParams> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params;
  const [t, doctor] = await Promise.all([getTranslations("doctor"), doctorOf(slug)]);
  const { name, specialization: speciality } = doctor;
  const city = doctor.clinics[0]?.city ?? "none";
  return {
    title: t("metaTitle", { name, speciality }),
    description: t("metaDescription", { name, speciality, city }),
    alternates: { canonical: `/doctors/${slug}` },
  };
}

export default async function DoctorPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const doctor = await doctorOf(slug);
  const query = await searchParams;
  const { from, clinic, problems } = readDoctorUrl(query);
  const calls = await api();
  const weeks =
    doctor.clinics.length > 0
      ? await calls.schedules.slots({ doctorSlug: slug, ...(from && { from }) })
      : [];
  const chosen = chooseClinic(doctor.clinics, weeks, clinic);
  const t = await getTranslations("doctor");
  const common = await getTranslations("common");
  return (
    <PageContainer>
      <JsonLd data={physicianLd(doctor)} />
      <div className="grid gap-8">
        <Breadcrumb
          label={common("breadcrumb")}
          items={[
            { label: t("allDoctors"), href: "/doctors" },
            {
              label: doctor.specialization,
              href: `/doctors?speciality=${encodeURIComponent(doctor.specialization)}`,
            },
            { label: doctor.name },
          ]}
        />
        <DoctorHeader doctor={doctor} />
        <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_auto_1fr]">
          <Section title={t("freeTimes")}>
            {problems.includes("dateInvalid") && <Notice tone="caution">{t("dateInvalid")}</Notice>}
            {clinic && chosen?.clinic.slug !== clinic && (
              <Notice tone="caution">{t("clinicUnknown", { name: doctor.name })}</Notice>
            )}
            {chosen ? (
              <FreeTimes doctor={doctor} {...chosen} from={from} />
            ) : (
              <Notice>{t("noClinic", { name: doctor.name })}</Notice>
            )}
          </Section>
          {doctor.clinics.length > 0 && (
            <div className="lg:col-start-2 lg:row-span-3 lg:row-start-1">
              <DoctorClinics
                clinics={doctor.clinics}
                place={(one) => <ClinicPlace clinic={one} />}
              />
            </div>
          )}
          <Section title={t("about", { name: doctor.name })} className="max-w-prose">
            {doctor.bio && <p className="whitespace-pre-line">{doctor.bio}</p>}
            <DoctorFacts doctor={doctor} />
          </Section>
          <PublicReviews doctor={doctor} after={query.reviews} />
        </div>
      </div>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clinic");
  return {
    title: t("allClinics"),
    description: t("listLead"),
    alternates: { canonical: "/clinics" },
  };
}

export default async function ClinicsPage() {
  const t = await getTranslations("clinic");
  const clinics = await (await api()).clinics.list();
  const cities = groupByCity(clinics, t("elsewhere"));
  return (
    <PageContainer>
      <PageHeader title={t("allClinics")} lead={t("listLead")} />
      <div className="grid gap-10">
        {[...cities].map(([city, here]) => (
          <Section key={city} title={city}>
            <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
              {here.map(({ slug, name, address, doctors }) => (
                <li key={slug} className="border-t border-line py-2">
                  <TextLink
                    href={`/clinics/${slug}`}
                    prefetch={false}
                    className="inline-block py-1 font-semibold"
                  >
                    {name}
                  </TextLink>
                  <p className="text-small text-ink-muted">
                    {[address, t("doctorsHere", { count: doctors })].filter(Boolean).join(" · ")}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </PageContainer>
  );
}

/** In the order of the list, which is by country and city. */
function groupByCity<Clinic extends { city: string | null }>(
  clinics: readonly Clinic[],
  elsewhere: string,
): Map<string, Clinic[]> {
  const cities = new Map<string, Clinic[]>();
  for (const clinic of clinics) {
    const city = clinic.city ?? elsewhere;
    cities.set(city, [...(cities.get(city) ?? []), clinic]);
  }
  return cities;
}

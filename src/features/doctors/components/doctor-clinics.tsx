import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { DoctorClinic } from "../schema";

type DoctorClinicsProps = {
  clinics: DoctorClinic[];
  /** Draws where a clinic is; the clinics feature knows how. */
  place: (clinic: DoctorClinic) => ReactNode;
};

/** Where the doctor sees people. */
export async function DoctorClinics({ clinics, place }: DoctorClinicsProps) {
  const t = await getTranslations("doctor");
  return (
    <Section title={t("clinics", { count: clinics.length })}>
      <ul className="grid gap-4">
        {clinics.map((clinic) => (
          <Card as="li" key={clinic.associationId} className="grid gap-3">
            <h3 className="text-h3">
              <TextLink
                href={`/clinics/${clinic.slug}`}
                prefetch={false}
                className="inline-block py-1"
              >
                {clinic.name}
              </TextLink>
            </h3>
            {!clinic.isOpen && (
              <p>
                <Badge tone="caution">{t("temporarilyClosed")}</Badge>
              </p>
            )}
            {place(clinic)}
          </Card>
        ))}
      </ul>
    </Section>
  );
}

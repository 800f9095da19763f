import { getTranslations } from "next-intl/server";
import { ZoneNote } from "@/components/time/zone-note";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatMoney } from "@/lib/money";
import { zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { DoctorClinic, DoctorPage } from "../schema";

/** What the doctor does and has learnt. */
export async function DoctorFacts({ doctor }: { doctor: DoctorPage }) {
  const t = await getTranslations("doctor");
  const { specialization, subSpecialization, qualification, languages } = doctor;
  const items = [
    { term: t("speciality"), value: specialization },
    subSpecialization && { term: t("focus"), value: subSpecialization },
    qualification && { term: t("qualification"), value: qualification },
    languages.length > 0 && { term: t("languages"), value: languages.join(", ") },
  ].filter((item) => typeof item === "object" && item !== null);
  return <DefinitionList items={items} />;
}

type VisitTermsProps = {
  clinic: DoctorClinic;
  speciality: string;
  /** A time that is shown, for the name of its zone. */
  at: Instant | null;
};

/**
 * What a visit at one of the clinics costs and takes, and whose clock its times are on, in a line:
 * the times matter more.
 */
export async function VisitTerms({ clinic, speciality, at }: VisitTermsProps) {
  const t = await getTranslations("doctor");
  const { fee, durationMinutes, department, designation } = clinic;
  const terms = [
    t("minutes", { minutes: durationMinutes }),
    designation,
    department !== speciality && department,
  ].filter(Boolean);
  return (
    <p>
      <span className="font-semibold">
        {fee ? formatMoney(fee.amount, fee.currency) : t("feeUnknown")}
      </span>
      <span className="text-ink-muted"> · {terms.join(" · ")}</span>
      {at && (
        <ZoneNote zone={clinic.timezone} at={at.epochMilliseconds}>
          {". "}
          {t("zone", { zone: zoneName(clinic.timezone, at) })}
        </ZoneNote>
      )}
    </p>
  );
}

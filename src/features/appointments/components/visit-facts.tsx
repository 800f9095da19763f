import { getTranslations } from "next-intl/server";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/money";
import type { Instant } from "@/lib/time/instant";
import { When } from "./when";

export type Visit = {
  startsAt: Instant;
  endsAt: Instant;
  timezone: string;
  durationMinutes: number;
  fee: number | null;
  currency: string;
  doctor: { name: string; slug: string; specialization: string } | null;
  clinic: { name: string; slug: string; address: string | null; city: string | null } | null;
};

/** When, with whom, where, how long and for how much: the same on every page about a visit. */
export async function VisitFacts({ visit }: { visit: Visit }) {
  const t = await getTranslations("appointments");
  const { doctor, clinic } = visit;
  return (
    <DefinitionList
      items={[
        { term: t("when"), value: <When {...visit} /> },
        {
          term: t("doctor"),
          value: doctor ? (
            <>
              <TextLink href={`/doctors/${doctor.slug}`}>{doctor.name}</TextLink>
              <span className="block text-small font-normal text-ink-muted">
                {doctor.specialization}
              </span>
            </>
          ) : (
            t("doctorGone")
          ),
        },
        {
          term: t("where"),
          value: clinic ? (
            <>
              <TextLink href={`/clinics/${clinic.slug}`}>{clinic.name}</TextLink>
              <span className="block text-small font-normal text-ink-muted">
                {[clinic.address, clinic.city].filter(Boolean).join(", ")}
              </span>
            </>
          ) : (
            t("clinicGone")
          ),
        },
        { term: t("duration"), value: t("minutes", { minutes: visit.durationMinutes }) },
        {
          term: t("fee"),
          value: visit.fee === null ? t("feeUnknown") : formatMoney(visit.fee, visit.currency),
        },
      ]}
    />
  );
}

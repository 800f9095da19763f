import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { weekdays } from "@/features/schedules/template";
import type { MergePair, MergeSide } from "../queries/get-pair";
import { type MergedFact, mergedFacts } from "../schema-names";
import { linesOf } from "../week-lines";
import { ClinicBadge } from "./clinic-badge";
import { MergeForm } from "./merge-form";

const factNames = {
  name: "keepName",
  description: "keepDescription",
  contacts: "keepContacts",
  place: "keepPlace",
  hours: "keepHours",
  services: "keepServices",
  amenities: "keepAmenities",
  insurance: "keepInsurance",
} as const;

/** Two clinics beside each other: what each has, what would move, and which facts stay. */
export async function MergeSides({ pair }: { pair: MergePair }) {
  const t = await getTranslations("registry");
  const { goes, stays, doubles } = pair;
  const short = ({ id, revision, facts: { name } }: MergeSide) => ({ id, revision, name });
  return (
    <div className="grid gap-10">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Side side={goes} title={t("goes")} />
        <Side side={stays} title={t("stays")} />
      </div>
      {doubles.length > 0 && (
        <Notice>
          {t("doubles", {
            count: doubles.length,
            names: doubles.map(({ doctorName }) => doctorName ?? "–").join(", "),
            stays: stays.facts.name,
          })}
        </Notice>
      )}
      {pair.canMerge ? (
        <Section title={t("keep")} className="max-w-3xl">
          <MergeForm
            goes={short(goes)}
            stays={short(stays)}
            choices={mergedFacts.map((fact) => ({
              fact,
              label: t(factNames[fact]),
              goes: written(goes, fact),
              stays: written(stays, fact),
            }))}
          />
        </Section>
      ) : (
        <Notice tone="caution">
          {t("mergeNot", {
            goesZone: goes.facts.timezone,
            staysZone: stays.facts.timezone,
            goesCurrency: goes.facts.currency,
            staysCurrency: stays.facts.currency,
          })}
        </Notice>
      )}
    </div>
  );
}

async function Side({ side, title }: { side: MergeSide; title: string }) {
  const t = await getTranslations("registry");
  const { facts, moving } = side;
  return (
    <Card as="section" className="grid gap-2">
      <p className="text-small font-semibold text-ink-muted">{title}</p>
      <h2 className="text-h3 wrap-anywhere">
        <TextLink href={`/admin/clinics/${side.id}`} look="title" className="inline-block py-1.5">
          {facts.name}
        </TextLink>
      </h2>
      <p>
        <ClinicBadge status={side.status} />
      </p>
      <p className="text-small text-ink-muted wrap-anywhere">/clinics/{facts.slug}</p>
      <DefinitionList
        items={[
          { term: t("movesDoctors"), value: moving.doctors },
          { term: t("movesEnded"), value: moving.ended },
          { term: t("movesAhead"), value: moving.ahead },
          { term: t("movesPast"), value: moving.past },
          { term: t("movesReviews"), value: moving.reviews },
        ]}
      />
    </Card>
  );
}

/** A fact in words; empty where nothing is known. */
function written({ facts, hoursAsWritten }: MergeSide, fact: MergedFact): string {
  switch (fact) {
    case "contacts":
      return [facts.phone, facts.email, facts.website].filter(Boolean).join("\n");
    case "place":
      return [facts.address, facts.city, facts.position].filter(Boolean).join("\n");
    case "hours": {
      const lines = linesOf(facts.hours);
      const days = weekdays.filter((day) => lines[day] !== "");
      const week = days.map(
        (day) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}: ${lines[day]}`,
      );
      return hoursAsWritten ?? week.join("\n");
    }
    case "name":
    case "description":
      return facts[fact];
    default:
      return facts[fact].join(", ");
  }
}

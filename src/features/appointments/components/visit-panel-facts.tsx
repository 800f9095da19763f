"use client";

import { useTranslations } from "next-intl";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import type { PanelVisit } from "./visit-panel-types";

/** Who comes, and the health facts they share with this doctor for this visit. */
export function PatientFacts({ visit }: { visit: PanelVisit }) {
  const t = useTranslations("agenda");
  const { health, patientPhone, age, gender } = visit;
  const known = (items: { term: string; value: string | null }[]): Definition[] =>
    items.filter(({ value }) => value !== null && value !== "");
  const person = known([
    { term: t("phoneNumber"), value: patientPhone },
    { term: t("age"), value: age === null ? null : t("years", { years: String(age) }) },
    { term: t("gender"), value: gender },
  ]);
  if (!health)
    return (
      <div className="grid gap-3">
        <DefinitionList items={person} />
        {!visit.isWalkInPatient && <p className="text-ink-muted">{t("notShared")}</p>}
      </div>
    );
  const contact = health.emergencyContact;
  const list = (names: string[]) => (names.length > 0 ? names.join(", ") : t("noneNamed"));
  return (
    <div className="grid gap-3">
      {health.allergies.length > 0 && (
        <Notice tone="caution" title={t("allergies")}>
          {list(health.allergies)}
        </Notice>
      )}
      <DefinitionList
        items={[
          ...person,
          ...(health.allergies.length > 0 ? [] : [{ term: t("allergies"), value: list([]) }]),
          { term: t("conditions"), value: list(health.chronicConditions) },
          ...known([
            { term: t("bloodGroup"), value: health.bloodGroup },
            {
              term: t("emergency"),
              value:
                contact &&
                [contact.name, contact.relationship, contact.phone].filter(Boolean).join(", "),
            },
          ]),
        ]}
      />
    </div>
  );
}

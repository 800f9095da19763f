"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useFormContext } from "react-hook-form";
import { Form } from "@/components/form/form";
import { refusalOf } from "@/components/form/refusal-of";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TagsField } from "@/components/form/tags-field";
import { Notice } from "@/components/ui/notice";
import type { Option } from "@/components/ui/select";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import { type ClinicDraft, clinicForm } from "../form-schema";
import { linesOf } from "../week-lines";
import { ChangedMeanwhile } from "./changed-meanwhile";
import type { EditedClinic } from "./edited";
import { FactFields, Part } from "./fact-fields";
import { HoursFields } from "./hours-fields";
import { type PlaceChoices, PlaceFields } from "./place-fields";
import { useLabels } from "./use-labels";

type ClinicFormProps = PlaceChoices & { currencies: Option[]; clinic: EditedClinic | null };

const nothingYet: ClinicDraft = {
  name: "",
  slug: "",
  description: "",
  phone: "",
  email: "",
  website: "",
  address: "",
  city: "",
  country: "",
  position: "",
  timezone: "",
  currency: "",
  services: [],
  amenities: [],
  insurance: [],
  hours: linesOf({}),
};

const draftOf = ({ facts }: EditedClinic): ClinicDraft => ({
  ...facts,
  hours: linesOf(facts.hours),
});

/** A clinic's facts, of a new one or one that is there. What others save meanwhile is not overwritten. */
export function ClinicForm({ clinic, currencies, ...choices }: ClinicFormProps) {
  const t = useTranslations("registry");
  const router = useRouter();
  const utils = trpc.useUtils();
  const nameOf = useLabels();
  const create = trpc.registry.createClinic.useMutation();
  const update = trpc.registry.updateClinic.useMutation();
  const [base, setBase] = useState(clinic);
  const [theirs, setTheirs] = useState<{ base: ClinicDraft; now: ClinicDraft } | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  // What else the page can do goes on from the revision that was saved.
  const [isRefreshing, refresh] = useTransition();

  async function send(answers: ReturnType<typeof clinicForm.parse>): Promise<Refusal | undefined> {
    setIsSaved(false);
    if (!base || !clinic) {
      const { clinicId } = await create.mutateAsync({ answers });
      router.push(`/admin/clinics/${clinicId}?done=created`);
      return undefined;
    }
    const clinicId = base.id;
    // Opened, closed or approved on this page, its facts are those one sees.
    const isAsSeen = JSON.stringify(clinic.facts) === JSON.stringify(base.facts);
    const expectedRevision = isAsSeen ? Math.max(clinic.revision, base.revision) : base.revision;
    try {
      const { revision } = await update.mutateAsync({ clinicId, expectedRevision, answers });
      setBase({ ...base, revision, facts: answers });
      setTheirs(null);
      setIsSaved(true);
      refresh(() => router.refresh());
      return undefined;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code !== "CHANGED_MEANWHILE") return refusal;
      const now = await utils.registry.clinic.fetch({ clinicId }, { staleTime: 0 });
      setTheirs({ base: draftOf(base), now: draftOf(now) });
      setBase(now);
      return refusal;
    }
  }

  return (
    <Form
      schema={clinicForm}
      defaultValues={clinic ? draftOf(clinic) : nothingYet}
      onSubmit={send}
      className="gap-10"
    >
      <FactFields
        slugHint={
          clinic ? t("slugHint", { path: `/clinics/${clinic.facts.slug}` }) : t("slugHintNew")
        }
      />
      <Part title={t("place")}>
        <PlaceFields {...choices} />
        {base && <ZoneChange was={base.facts.timezone} ahead={base.standing.ahead} />}
        <SelectField name="currency" label={t("currency")} options={currencies} />
      </Part>
      <HoursFields asWritten={clinic?.hoursAsWritten ?? null} />
      <Part title={t("offers")}>
        <TagsField name="services" label={t("services")} isOptional />
        <TagsField name="amenities" label={t("amenities")} isOptional />
        <TagsField name="insurance" label={t("insurance")} isOptional />
      </Part>
      {theirs && <ChangedMeanwhile base={theirs.base} theirs={theirs.now} nameOf={nameOf} />}
      <div className="grid gap-4">
        {isSaved && !isRefreshing && (
          <Notice tone="positive" isLive>
            {t("saved")}
          </Notice>
        )}
        <SubmitButton>{t(clinic ? "save" : "saveNew")}</SubmitButton>
      </div>
    </Form>
  );
}

function ZoneChange({ was, ahead }: { was: string; ahead: number }) {
  const t = useTranslations("registry");
  const zone = useFormContext<ClinicDraft>().watch("timezone");
  if (zone === was || zone === "") return null;
  return (
    <Notice tone="caution" title={t("zoneChanges")} isLive>
      {t("zoneChangesBody", { count: ahead })}
    </Notice>
  );
}

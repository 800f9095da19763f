"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useFormContext } from "react-hook-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { refusalOf } from "@/components/form/refusal-of";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TagsField } from "@/components/form/tags-field";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import { type PharmacyDraft, pharmacyForm } from "../form-schema";
import { changesLicence } from "../licence";
import { ChangedMeanwhile } from "./changed-meanwhile";
import type { EditedPharmacy } from "./edited";
import { FactFields, Part } from "./fact-fields";
import { type PlaceChoices, PlaceFields } from "./place-fields";
import { useLabels } from "./use-labels";

type PharmacyFormProps = PlaceChoices & { pharmacy: EditedPharmacy | null };

const nothingYet: PharmacyDraft = {
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
  services: [],
  insurance: [],
  isActive: true,
  supportsDelivery: false,
  deliveryRadiusKm: "",
  acceptsInsurance: false,
  licenseNumber: "",
  licenseAuthority: "",
  licenseCountry: "",
  licenseExpiresOn: "",
};

const draftOf = ({ facts }: EditedPharmacy): PharmacyDraft => ({
  ...facts,
  deliveryRadiusKm: facts.deliveryRadiusKm === null ? "" : String(facts.deliveryRadiusKm),
});

/** A pharmacy's facts but for its hours. What others save meanwhile is not overwritten. */
export function PharmacyForm({ pharmacy, ...choices }: PharmacyFormProps) {
  const t = useTranslations("registry");
  const router = useRouter();
  const utils = trpc.useUtils();
  const nameOf = useLabels();
  const create = trpc.registry.createPharmacy.useMutation();
  const update = trpc.registry.updatePharmacy.useMutation();
  const [base, setBase] = useState(pharmacy);
  const [theirs, setTheirs] = useState<{ base: PharmacyDraft; now: PharmacyDraft } | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  // What else the page can do goes on from the revision that was saved.
  const [isRefreshing, refresh] = useTransition();

  async function send(
    answers: ReturnType<typeof pharmacyForm.parse>,
  ): Promise<Refusal | undefined> {
    setIsSaved(false);
    if (!base) {
      const { pharmacyId } = await create.mutateAsync({ answers });
      router.push(`/admin/pharmacies/${pharmacyId}?done=created`);
      return undefined;
    }
    const { id: pharmacyId, revision: expectedRevision } = base;
    try {
      const saved = await update.mutateAsync({ pharmacyId, expectedRevision, answers });
      setBase({ ...base, ...saved, facts: answers });
      setTheirs(null);
      setIsSaved(true);
      refresh(() => router.refresh());
      return undefined;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code !== "CHANGED_MEANWHILE") return refusal;
      const now = await utils.registry.pharmacy.fetch({ pharmacyId }, { staleTime: 0 });
      setTheirs({ base: draftOf(base), now: draftOf(now) });
      setBase(now);
      return refusal;
    }
  }

  return (
    <Form
      schema={pharmacyForm}
      defaultValues={pharmacy ? draftOf(pharmacy) : nothingYet}
      onSubmit={send}
      className="gap-10"
    >
      <FactFields slugHint={t("slugHintNew")} />
      <Part title={t("place")}>
        <PlaceFields {...choices} />
      </Part>
      <Part title={t("offers")}>
        <TagsField name="services" label={t("services")} isOptional />
        <CheckboxField name="supportsDelivery" label={t("supportsDelivery")} />
        <Radius />
        <CheckboxField name="acceptsInsurance" label={t("acceptsInsurance")} />
        <TagsField name="insurance" label={t("insurance")} isOptional />
        <CheckboxField name="isActive" label={t("isActive")} hint={t("isActiveHint")} />
      </Part>
      <Part title={t("licence")}>
        <TextField
          name="licenseNumber"
          label={t("licenseNumber")}
          maxLength={100}
          autoComplete="off"
          isOptional
        />
        <TextField
          name="licenseAuthority"
          label={t("licenseAuthority")}
          maxLength={200}
          autoComplete="off"
          isOptional
        />
        <SelectField
          name="licenseCountry"
          label={t("licenseCountry")}
          options={choices.countries}
          isOptional
        />
        <DateField name="licenseExpiresOn" label={t("licenseExpiresOn")} isOptional />
        {base?.isVerified && <LicenceChange was={base.facts} />}
      </Part>
      {theirs && <ChangedMeanwhile base={theirs.base} theirs={theirs.now} nameOf={nameOf} />}
      <div className="grid gap-4">
        {isSaved && !isRefreshing && (
          <Notice tone="positive" isLive>
            {t("saved")}
          </Notice>
        )}
        <SubmitButton>{t(pharmacy ? "save" : "saveNewPharmacy")}</SubmitButton>
      </div>
    </Form>
  );
}

function LicenceChange({ was }: { was: EditedPharmacy["facts"] }) {
  const t = useTranslations("registry");
  if (!changesLicence(was, useFormContext<PharmacyDraft>().watch())) return null;
  return (
    <Notice tone="caution" title={t("licenceChanges")} isLive>
      {t("licenceChangesBody")}
    </Notice>
  );
}

function Radius() {
  const t = useTranslations("registry");
  const isAsked = useFormContext<PharmacyDraft>().watch("supportsDelivery");
  if (!isAsked) return null;
  return (
    <TextField
      name="deliveryRadiusKm"
      label={t("deliveryRadiusKm")}
      inputMode="decimal"
      maxLength={8}
      autoComplete="off"
      className="max-w-64"
    />
  );
}

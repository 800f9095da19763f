"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Combobox } from "@/components/ui/combobox";
import { describedBy, Field } from "@/components/ui/field";
import { trpc } from "@/trpc/client";

export type Choice = { id: string; name: string };

type PharmacyFieldProps = {
  id?: string;
  districtId: string;
  label: string;
  error?: string | undefined;
  defaultValue?: string;
  /** Null as soon as what is typed is no longer what was chosen. */
  onChoose: (pharmacy: Choice | null) => void;
};

/** Finds a pharmacy of the district; only one from the list counts. */
export function PharmacyField({
  districtId,
  label,
  error,
  onChoose,
  ...props
}: PharmacyFieldProps) {
  const t = useTranslations("duty");
  const ownId = useId();
  const id = props.id ?? ownId;
  const utils = trpc.useUtils();
  const hint = t("pharmacyHint");
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Combobox
        {...describedBy(id, { hint, error })}
        id={id}
        aria-required
        maxLength={100}
        listLabel={t("pharmacyList")}
        defaultValue={props.defaultValue}
        suggest={async (text) => {
          const found = await utils.duty.pharmacies.fetch({ districtId, text: text.slice(0, 100) });
          return found.map(({ id: value, name, address }) => ({
            value,
            label: name,
            ...(address ? { detail: address } : {}),
          }));
        }}
        onType={() => onChoose(null)}
        onChoose={({ value, label: name }) => onChoose({ id: value, name })}
      />
    </Field>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { TextField } from "@/components/form/text-field";
import { useFormField } from "@/components/form/use-form-field";
import { zoneName } from "@/lib/time/format";
import type { ShiftAnswers } from "../form-schema";
import { momentOf } from "../moments";
import { spanText } from "../span-text";
import { PharmacyField } from "./pharmacy-field";

type ShiftFieldsProps = { districtId: string; zone: string; pharmacyName?: string };

/** Who, from when, to when: in the district's wall time, and how that is understood. */
export function ShiftFields({ districtId, zone, pharmacyName = "" }: ShiftFieldsProps) {
  const t = useTranslations("duty");
  const form = useFormContext<ShiftAnswers>();
  const { id, error } = useFormField({ name: "pharmacyId" });
  const [from, to] = form.watch(["from", "to"]);
  const startMs = momentOf(from, zone, "from");
  const endMs = momentOf(to, zone, "to");
  const isWhole = startMs !== null && endMs !== null && startMs < endMs;
  return (
    <>
      <PharmacyField
        id={id}
        districtId={districtId}
        label={t("pharmacy")}
        error={error}
        defaultValue={pharmacyName}
        onChoose={(pharmacy) =>
          form.setValue("pharmacyId", pharmacy?.id ?? "", {
            shouldDirty: true,
            shouldValidate: form.formState.isSubmitted,
          })
        }
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-6">
        <TextField name="from" label={t("from")} type="datetime-local" />
        <TextField name="to" label={t("to")} type="datetime-local" />
      </div>
      <p role="status" className="text-small text-ink-muted">
        {t("zoneNote", { zone: zoneName(zone, startMs ?? 0) })}
        {isWhole &&
          ` ${t("lasts", { span: spanText({ startMs, endMs }, zone), hours: (endMs - startMs) / 3_600_000 })}`}
      </p>
    </>
  );
}

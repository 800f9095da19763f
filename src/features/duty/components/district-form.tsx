"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { TileSource } from "@/components/map/types";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Option } from "@/components/ui/select";
import { slugOf } from "@/lib/slug";
import { trpc } from "@/trpc/client";
import { type CoverTimes, usualCover } from "../cover";
import { type DistrictAnswers, type DistrictDraft, districtForm } from "../form-schema";
import { DistrictPlace } from "./district-place";

export type DistrictChoices = { zones: Option[]; countries: Option[]; tiles: TileSource };

type DistrictFormProps = DistrictChoices & {
  district: { id: string; revision: number; answers: DistrictAnswers } | null;
};

const nothingYet: DistrictDraft = {
  name: "",
  slug: "",
  country: "",
  position: "",
  timezone: "",
  radiusKm: "3",
  ...usualCover,
};

/** A district: what it is called, where it lies, and when somebody must be on duty. */
export function DistrictForm({ district, ...choices }: DistrictFormProps) {
  const t = useTranslations("duty");
  const router = useRouter();
  const create = trpc.duty.createDistrict.useMutation();
  const update = trpc.duty.updateDistrict.useMutation();
  const [revision, setRevision] = useState(district?.revision ?? 0);
  const [isSaved, setIsSaved] = useState(false);

  async function send(answers: DistrictAnswers) {
    setIsSaved(false);
    if (!district) {
      const { districtId } = await create.mutateAsync({ answers });
      router.push(`/admin/duty/${districtId}?done=created`);
      return;
    }
    const saved = await update.mutateAsync({
      districtId: district.id,
      expectedRevision: revision,
      answers,
    });
    setRevision(saved.revision);
    setIsSaved(true);
    router.refresh();
  }

  return (
    <Form
      schema={districtForm}
      defaultValues={
        district ? { ...district.answers, radiusKm: String(district.answers.radiusKm) } : nothingYet
      }
      onSubmit={send}
      refusalActions={({ code }) =>
        code === "CHANGED_MEANWHILE" && (
          <Button variant="secondary" onClick={() => location.reload()}>
            {t("reload")}
          </Button>
        )
      }
      className="grid-cols-[minmax(0,1fr)] gap-10"
    >
      <Names isNew={!district} />
      <DistrictPlace {...choices} />
      <fieldset className="grid gap-5">
        <legend className="mb-4 text-h2">{t("coverTitle")}</legend>
        <CheckboxField name="nights" label={t("nights")} />
        <Times of="nights" />
        <CheckboxField name="sundays" label={t("sundays")} hint={t("sundaysHint")} />
        <Times of="sundays" />
      </fieldset>
      <div className="grid gap-4">
        {isSaved && (
          <Notice tone="positive" isLive>
            {t("saved")}
          </Notice>
        )}
        <SubmitButton>{t(district ? "save" : "create")}</SubmitButton>
      </div>
    </Form>
  );
}

/** A new district's address follows its name until somebody writes another. */
function Names({ isNew }: { isNew: boolean }) {
  const t = useTranslations("duty");
  return (
    <div className="grid gap-6">
      <TextField name="name" label={t("name")} maxLength={100} autoComplete="off" />
      <SlugField isNew={isNew} />
    </div>
  );
}

function SlugField({ isNew }: { isNew: boolean }) {
  const t = useTranslations("duty");
  const form = useFormContext<DistrictDraft>();
  function suggest() {
    const { name, slug } = form.getValues();
    if (isNew && slug === "") form.setValue("slug", slugOf(name).slice(0, 100));
  }
  return (
    <div onFocusCapture={suggest}>
      <TextField
        name="slug"
        label={t("slug")}
        hint={t("slugHint")}
        maxLength={100}
        autoComplete="off"
      />
    </div>
  );
}

function Times({ of }: { of: keyof CoverTimes & ("nights" | "sundays") }) {
  const t = useTranslations("duty");
  const isAsked = useFormContext<DistrictDraft>().watch(of);
  if (!isAsked) return null;
  return (
    <fieldset className="grid grid-cols-2 gap-4 ps-9">
      <legend className="sr-only">{t(of)}</legend>
      <TextField name={`${of}From`} label={t("from")} type="time" />
      <TextField name={`${of}To`} label={t("to")} type="time" />
    </fieldset>
  );
}

"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useFormField } from "@/components/form/use-form-field";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import { type RotaAnswers, type RotaDraft, rotaForm } from "../form-schema";
import { type Choice, PharmacyField } from "./pharmacy-field";
import { type Plan, RotaPlan } from "./rota-plan";

type RotaFormProps = { districtId: string; zone: string; firstDate: string };

/** Fills many days at once: who takes turns, from when, for how long; shown before it is written. */
export function RotaForm({ districtId, zone, firstDate }: RotaFormProps) {
  const t = useTranslations("duty");
  const router = useRouter();
  const utils = trpc.useUtils();
  const save = trpc.duty.saveRota.useMutation();
  const [asked, setAsked] = useState<{ wish: RotaAnswers; plan: Plan }>();
  const [filled, setFilled] = useState<number>();
  const [refusal, setRefusal] = useState<Refusal>();

  async function preview(wish: RotaAnswers) {
    setFilled(undefined);
    setRefusal(undefined);
    const plan = await utils.duty.planRota.fetch({ districtId, ...wish }, { staleTime: 0 });
    setAsked({ wish, plan });
  }

  async function write({ wish, plan }: { wish: RotaAnswers; plan: Plan }) {
    try {
      const promised = plan
        .filter(({ state }) => state === "new")
        .map(({ pharmacyId, startMs, endMs }) => ({ pharmacyId, startMs, endMs }));
      const { count } = await save.mutateAsync({ districtId, ...wish, promised });
      setAsked(undefined);
      setRefusal(undefined);
      setFilled(count);
      router.refresh();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="max-w-prose text-ink-muted">{t("fillHint")}</p>
      <Form
        schema={rotaForm}
        defaultValues={{ pharmacyIds: [], firstDate, days: "14" }}
        onSubmit={preview}
      >
        <Turns districtId={districtId} onChange={() => setAsked(undefined)} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 sm:grid-cols-2">
          <DateField name="firstDate" label={t("firstDate")} />
          <TextField name="days" label={t("days")} inputMode="numeric" maxLength={3} />
        </div>
        <SubmitButton variant="secondary">{t("preview")}</SubmitButton>
      </Form>
      {asked && (
        <RotaPlan
          plan={asked.plan}
          zone={zone}
          isSaving={save.isPending}
          onSave={() => write(asked)}
        />
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      {filled !== undefined && (
        <Notice tone="positive" isLive>
          {t("filled", { count: filled })}
        </Notice>
      )}
    </div>
  );
}

/** The pharmacies in the order of their turns. */
function Turns({ districtId, onChange }: { districtId: string; onChange: () => void }) {
  const t = useTranslations("duty");
  const form = useFormContext<RotaDraft>();
  const { id, error } = useFormField({ name: "pharmacyIds" });
  const [turns, setTurns] = useState<Choice[]>([]);

  function change(next: Choice[]) {
    setTurns(next);
    onChange();
    form.setValue(
      "pharmacyIds",
      next.map((one) => one.id),
      { shouldDirty: true, shouldValidate: form.formState.isSubmitted },
    );
  }

  function move(index: number, by: number) {
    const next = [...turns];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + by, 0, one);
    change(next);
  }

  return (
    <div className="grid gap-4">
      <PharmacyField
        key={turns.length}
        id={id}
        districtId={districtId}
        label={t("addPharmacy")}
        error={error}
        onChoose={(pharmacy) => {
          if (pharmacy) change([...turns.filter((one) => one.id !== pharmacy.id), pharmacy]);
        }}
      />
      <div className="grid gap-1">
        <p className="font-semibold">{t("order")}</p>
        {turns.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
        <ol className="grid gap-1">
          {turns.map(({ id: pharmacyId, name }, index) => (
            <li key={pharmacyId} className="flex min-h-touch items-center gap-1">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {index + 1}. {name}
              </span>
              {index > 0 && (
                <IconButton
                  icon={ArrowUp}
                  label={t("up", { name })}
                  onClick={() => move(index, -1)}
                />
              )}
              {index < turns.length - 1 && (
                <IconButton
                  icon={ArrowDown}
                  label={t("down", { name })}
                  onClick={() => move(index, 1)}
                />
              )}
              <IconButton
                icon={X}
                label={t("takeOut", { name })}
                onClick={() => change(turns.filter((one) => one.id !== pharmacyId))}
              />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

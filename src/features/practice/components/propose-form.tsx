"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { TileSource } from "@/components/map/types";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Option } from "@/components/ui/select";
import { trpc } from "@/trpc/client";
import { type FoundClinic, type ProposeAnswers, proposeForm } from "../clinic-schema";
import { ClinicChoices } from "./clinic-choices";
import { PlaceFields } from "./place-fields";

type ProposeFormProps = { zones: Option[]; currencies: Option[]; tiles: TileSource };

const nothingYet = {
  name: "",
  address: "",
  city: "",
  position: "",
  currency: "",
  timezone: "",
  phone: "",
  website: "",
};

/** A clinic that is not there yet. Ones that are much alike are shown before it is made. */
export function ProposeForm(props: ProposeFormProps) {
  const t = useTranslations("practice");
  const router = useRouter();
  const propose = trpc.practice.proposeClinic.useMutation();
  const [alike, setAlike] = useState<FoundClinic[]>([]);
  const said = useRef(false);

  async function send(answers: ProposeAnswers) {
    const answer = await propose.mutateAsync({ answers, isNone: said.current });
    if ("alike" in answer) return setAlike(answer.alike);
    router.replace(`/practice/clinics/new?clinic=${answer.clinicId}`);
    router.refresh();
  }

  return (
    <Form schema={proposeForm} defaultValues={nothingYet} onSubmit={send}>
      <TextField name="name" label={t("name")} maxLength={255} autoComplete="off" />
      <TextField name="address" label={t("address")} maxLength={500} autoComplete="off" />
      <PlaceFields {...props} />
      <PhoneField name="phone" label={t("phone")} autoComplete="off" isOptional />
      <TextField
        name="website"
        label={t("website")}
        type="url"
        placeholder="https://"
        maxLength={500}
        autoComplete="off"
        isOptional
      />
      {alike.length === 0 ? (
        <SubmitButton>{t("propose")}</SubmitButton>
      ) : (
        <Alike
          clinics={alike}
          onNone={() => {
            said.current = true;
          }}
          onChange={() => setAlike([])}
        />
      )}
    </Form>
  );
}

type AlikeProps = { clinics: FoundClinic[]; onNone: () => void; onChange: () => void };

function Alike({ clinics, onNone, onChange }: AlikeProps) {
  const t = useTranslations("practice");
  const box = useRef<HTMLDivElement>(null);
  // It takes the place of the button that was pressed.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <Notice tone="caution" title={t("alikeTitle")} isLive>
        {t("alikeBody")}
      </Notice>
      <ClinicChoices clinics={clinics} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="secondary" onClick={onNone}>
          {t("alikeNone")}
        </SubmitButton>
        <Button size="lg" variant="quiet" onClick={onChange}>
          {t("alikeChange")}
        </Button>
      </div>
    </div>
  );
}

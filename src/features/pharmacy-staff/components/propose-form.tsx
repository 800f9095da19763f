"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import type { FoundPharmacy } from "../join-store";
import { type ProposeAnswers, type ProposeDraft, proposeForm } from "../schema";
import { Part, PersonFields } from "./person-fields";
import { PharmacyChoices } from "./pharmacy-choices";
import { reload } from "./reload";

type ProposeFormProps = {
  person: ProposeDraft["person"];
  /** The fields of the place: address, town, point and clock. */
  place: ReactNode;
};

const nothingYet = {
  name: "",
  phone: "",
  website: "",
  address: "",
  city: "",
  country: "",
  position: "",
  timezone: "",
  licenseNumber: "",
  licenseAuthority: "",
  words: "",
};

/** A pharmacy that is not here yet. Ones that are much alike are shown before it is made. */
export function ProposeForm({ person, place }: ProposeFormProps) {
  const t = useTranslations("pharmacyStaff");
  const propose = trpc.pharmacyStaff.propose.useMutation();
  const [alike, setAlike] = useState<FoundPharmacy[]>([]);
  const said = useRef(false);

  async function send(answers: ProposeAnswers): Promise<void> {
    const answer = await propose.mutateAsync({ answers, isNone: said.current });
    if (answer.alike.length > 0) return setAlike(answer.alike);
    await reload("/pharmacy/join");
  }

  return (
    <Form
      schema={proposeForm}
      defaultValues={{ ...nothingYet, person }}
      onSubmit={send}
      className="gap-10"
    >
      <Part title={t("pharmacy")}>
        <TextField name="name" label={t("name")} maxLength={255} autoComplete="off" />
        <PhoneField name="phone" label={t("phone")} maxLength={50} autoComplete="off" isOptional />
        <TextField
          name="website"
          label={t("website")}
          type="url"
          placeholder="https://"
          maxLength={255}
          autoComplete="off"
          isOptional
        />
        <TextField
          name="licenseNumber"
          label={t("licence")}
          hint={t("licenceHint")}
          maxLength={100}
          autoComplete="off"
        />
        <TextField
          name="licenseAuthority"
          label={t("licenseAuthority")}
          maxLength={200}
          autoComplete="off"
          isOptional
        />
      </Part>
      <Part title={t("place")}>{place}</Part>
      <Part title={t("you")}>
        <PersonFields />
        <TextAreaField
          name="words"
          label={t("words")}
          hint={t("wordsHint")}
          maxLength={1000}
          rows={4}
          isOptional
        />
      </Part>
      {alike.length === 0 ? (
        <SubmitButton>{t("send")}</SubmitButton>
      ) : (
        <Alike
          pharmacies={alike}
          onNone={() => {
            said.current = true;
          }}
          onChange={() => setAlike([])}
        />
      )}
    </Form>
  );
}

type AlikeProps = { pharmacies: FoundPharmacy[]; onNone: () => void; onChange: () => void };

function Alike({ pharmacies, onNone, onChange }: AlikeProps) {
  const t = useTranslations("pharmacyStaff");
  const box = useRef<HTMLDivElement>(null);
  // It takes the place of the button that was pressed.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <Notice tone="caution" title={t("alikeTitle")} isLive>
        {t("alikeBody")}
      </Notice>
      <PharmacyChoices pharmacies={pharmacies} />
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

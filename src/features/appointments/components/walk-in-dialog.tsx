"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { typedText } from "@/lib/text";
import { zoneName } from "@/lib/time/format";
import { isoOf, msAtWall, parseWall, wallDateOf } from "@/lib/time/wall";
import { trpc } from "@/trpc/client";
import { walkInPhone } from "../form-schema";
import type { Association } from "./agenda-types";
import { WalkInName } from "./walk-in-name";

const walkInForm = z
  .object({
    associationId: z.string(),
    patientId: z.string(),
    name: typedText(255),
    phone: walkInPhone,
    /** "14:30"; empty for now. */
    time: z.string(),
    reason: typedText(2000),
  })
  .refine(({ patientId, name }) => patientId !== "" || name !== "", {
    path: ["name"],
    message: "Write the patient’s name.",
  });

type WalkInDialogProps = {
  associations: Association[];
  clinic: string | null;
  nowMs: number;
  onDone: () => void;
};

export function WalkInDialog(props: WalkInDialogProps) {
  const t = useTranslations("agenda");
  const common = useTranslations("common");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      shape="sheet"
      title={t("walkInTitle")}
      description={t("walkInHint")}
      closeLabel={common("close")}
      trigger={
        <Button variant="secondary">
          <UserPlus aria-hidden className="size-5" />
          {t("addWalkIn")}
        </Button>
      }
    >
      <WalkInForm
        {...props}
        onDone={() => {
          setIsOpen(false);
          props.onDone();
        }}
      />
    </Dialog>
  );
}

function WalkInForm({ associations, clinic, nowMs, onDone }: WalkInDialogProps) {
  const t = useTranslations("agenda");
  const [bookingKey] = useState(() => crypto.randomUUID());
  const add = trpc.agenda.walkIn.useMutation();
  const first = associations.find(({ id }) => id === clinic) ?? associations[0];
  const zone = first?.timezone ?? "UTC";

  async function send(values: z.output<typeof walkInForm>) {
    const { associationId, patientId, name, phone, reason, time } = values;
    const zone = associations.find(({ id }) => id === associationId)?.timezone ?? "UTC";
    const wallMs = parseWall(`${wallDateOf(nowMs, zone)}T${time}`);
    await add.mutateAsync({
      associationId,
      reason,
      bookingKey,
      ...(patientId ? { patientId } : { name, phone }),
      ...(wallMs !== null && { startsAt: isoOf(msAtWall(wallMs, zone)) }),
    });
    onDone();
  }

  return (
    <Form
      schema={walkInForm}
      defaultValues={{
        associationId: first?.id ?? "",
        patientId: "",
        name: "",
        phone: "",
        time: "",
        reason: "",
      }}
      onSubmit={send}
    >
      <WalkInName />
      <PhoneField name="phone" label={t("phone")} isOptional autoComplete="off" maxLength={20} />
      <TextAreaField
        name="reason"
        label={t("reasonForVisit")}
        isOptional
        rows={2}
        maxLength={2000}
        autoComplete="off"
      />
      {associations.length > 1 && (
        <SelectField
          name="associationId"
          label={t("whichClinic")}
          options={associations.map(({ id, clinicName }) => ({ value: id, label: clinicName }))}
        />
      )}
      <TextField
        name="time"
        type="time"
        label={t("startsAt")}
        isOptional
        hint={t("startsAtHint", { zone: zoneName(zone, nowMs) })}
      />
      <SubmitButton>{t("addVisit")}</SubmitButton>
    </Form>
  );
}

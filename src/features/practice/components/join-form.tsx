"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { trpc } from "@/trpc/client";
import { joinForm } from "../association-schema";
import { AssociationFields } from "./association-fields";

type JoinFormProps = {
  clinicId: string;
  currency: string;
  usualFee: string | null;
  durationMinutes: number;
  isFirst: boolean;
  /** The clinic's date today. */
  today: string;
};

export function JoinForm(props: JoinFormProps) {
  const t = useTranslations("practice");
  const router = useRouter();
  const join = trpc.practice.joinClinic.useMutation();
  return (
    <Form
      schema={joinForm}
      defaultValues={{
        fee: "",
        durationMinutes: String(props.durationMinutes),
        department: "",
        designation: "",
        isPrimary: props.isFirst,
        startDate: props.today,
        endDate: "",
      }}
      onSubmit={async (answers) => {
        const id = await join.mutateAsync({ clinicId: props.clinicId, answers });
        router.replace(`/practice/clinics/${id}?done=joined`);
        router.refresh();
      }}
    >
      <AssociationFields currency={props.currency} usualFee={props.usualFee}>
        <TextField
          name="durationMinutes"
          label={t("duration")}
          inputMode="numeric"
          className="max-w-64"
        />
      </AssociationFields>
      <DateField name="startDate" label={t("startDate")} />
      <DateField name="endDate" label={t("endDate")} hint={t("endDateHint")} isOptional />
      <SubmitButton>{t("joinDo")}</SubmitButton>
    </Form>
  );
}

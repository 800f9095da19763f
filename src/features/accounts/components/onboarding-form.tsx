"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { trpc } from "@/trpc/client";
import {
  addressSchema,
  contactSchema,
  healthSchema,
  insuranceSchema,
  type Onboarding,
  onboardingSchema,
} from "../schema";
import { OptionalGroup } from "./optional-group";
import {
  AddressFields,
  ContactFields,
  HealthFields,
  InsuranceFields,
  PersonFields,
} from "./profile-fields";
import { leaveFor } from "./trade-token";

type OnboardingFormProps = {
  profile: Onboarding;
  today: string;
  continueTo: string;
  /** Stands between what is needed and what may be told. */
  more: ReactNode;
};

export function OnboardingForm({ profile, today, continueTo, more }: OnboardingFormProps) {
  const t = useTranslations("accounts");
  const complete = trpc.accounts.completeOnboarding.useMutation();

  async function save(answers: Onboarding): Promise<void> {
    await complete.mutateAsync(answers);
    await leaveFor(continueTo);
  }

  return (
    <Form schema={onboardingSchema} defaultValues={profile} onSubmit={save}>
      <PersonFields isPatient today={today} />
      <div className="grid gap-3">
        {more}
        <OptionalGroup
          title={t("groupHealth")}
          lead={t("groupHealthLead")}
          names={Object.keys(healthSchema.shape)}
        >
          <HealthFields />
        </OptionalGroup>
        <OptionalGroup
          title={t("groupContact")}
          lead={t("groupContactLead")}
          names={Object.keys(contactSchema.shape)}
        >
          <ContactFields />
        </OptionalGroup>
        <OptionalGroup
          title={t("groupInsurance")}
          lead={t("groupInsuranceLead")}
          names={Object.keys(insuranceSchema.shape)}
        >
          <InsuranceFields />
        </OptionalGroup>
        <OptionalGroup
          title={t("groupAddress")}
          lead={t("groupAddressLead")}
          names={Object.keys(addressSchema.shape)}
        >
          <AddressFields />
        </OptionalGroup>
      </div>
      <SubmitButton block>{t("onboardSave")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { useFormField } from "@/components/form/use-form-field";
import { FieldError } from "@/components/ui/field";
import { RadioChip } from "@/components/ui/radio-chip";
import { TextLink } from "@/components/ui/text-link";
import { trpc } from "@/trpc/client";
import { longestReason, roleForm } from "../form-schema";
import type { RoleOffer } from "../role-offers";
import type { Role } from "../rules";
import { PharmacyField } from "./pharmacy-field";
import { WhatFollows } from "./what-follows";

type RoleFormProps = { userId: string; role: Role; offers: RoleOffer[]; back: string };

/** Chooses a role, shows what follows from it, and asks for the reason. */
export function RoleForm({ userId, role, offers, back }: RoleFormProps) {
  const t = useTranslations("people");
  const router = useRouter();
  const change = trpc.people.changeRole.useMutation();
  return (
    <Form
      schema={roleForm}
      // Nothing is chosen yet, unless there is but one.
      defaultValues={{
        role: offers.length === 1 ? offers[0]?.role : undefined,
        pharmacyId: "",
        reason: "",
      }}
      onSubmit={async ({ role: wished, pharmacyId, reason }) => {
        await change.mutateAsync({
          userId,
          expectedRole: role,
          role: wished,
          reason,
          ...(wished === "pharmacy" && { pharmacyId }),
        });
        router.push(wished === "admin" ? `/admin/administrators/${userId}` : back);
        router.refresh();
      }}
    >
      <RoleChoice offers={offers} />
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={longestReason}
        rows={2}
        autoComplete="off"
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton>{t("saveRole")}</SubmitButton>
        <TextLink href={back} className="inline-flex min-h-touch items-center">
          {t("backToPerson")}
        </TextLink>
      </div>
    </Form>
  );
}

function RoleChoice({ offers }: { offers: RoleOffer[] }) {
  const t = useTranslations("people");
  const { register } = useFormContext();
  const { id, error, aria } = useFormField({ name: "role" });
  const chosen = useWatch({ name: "role" });
  const offer = offers.find(({ role }) => role === chosen);
  return (
    <>
      <div {...aria} role="radiogroup" aria-labelledby={`${id}-label`} className="grid gap-2">
        <span id={`${id}-label`} data-label-for={id} className="font-semibold">
          {t("newRole")}
        </span>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        <div className="flex flex-wrap gap-2">
          {offers.map(({ role }, index) => (
            <RadioChip
              key={role}
              {...register("role")}
              id={index === 0 ? id : undefined}
              value={role}
              label={t(`role_${role}`)}
            />
          ))}
        </div>
      </div>
      {offer?.role === "pharmacy" && <PharmacyField name="pharmacyId" />}
      <div aria-live="polite">{offer && <WhatFollows consequences={offer.consequences} />}</div>
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { PhoneField } from "@/components/form/phone-field";
import { SelectField } from "@/components/form/select-field";
import { TagsField } from "@/components/form/tags-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { bloodGroups } from "../schema";

/** Name and phone, which everyone has; a patient's phone is needed, another person's is not. */
export function PersonFields({ isPatient, today }: { isPatient: boolean; today: string }) {
  const t = useTranslations("accounts");
  return (
    <>
      <TextField name="givenName" label={t("givenName")} autoComplete="given-name" />
      <TextField name="familyName" label={t("familyName")} autoComplete="family-name" />
      {isPatient && (
        <DateField
          name="dateOfBirth"
          label={t("dateOfBirth")}
          autoComplete="bday"
          min="1900-01-01"
          max={today}
        />
      )}
      <PhoneField name="phone" label={t("phone")} hint={t("phoneHint")} isOptional={!isPatient} />
    </>
  );
}

export function HealthFields() {
  const t = useTranslations("accounts");
  const genders = [
    { value: "female", label: t("genderFemale") },
    { value: "male", label: t("genderMale") },
    { value: "other", label: t("genderOther") },
  ];
  return (
    <>
      <SelectField
        name="gender"
        label={t("gender")}
        options={genders}
        placeholder={t("notSaid")}
        autoComplete="sex"
        isOptional
      />
      <SelectField
        name="bloodGroup"
        label={t("bloodGroup")}
        options={bloodGroups.map((group) => ({ value: group, label: group }))}
        placeholder={t("unknown")}
        isOptional
      />
      <TagsField name="allergies" label={t("allergies")} hint={t("allergiesHint")} isOptional />
      <TagsField
        name="chronicConditions"
        label={t("chronicConditions")}
        hint={t("chronicConditionsHint")}
        isOptional
      />
    </>
  );
}

export function ContactFields() {
  const t = useTranslations("accounts");
  return (
    <>
      <TextField
        name="emergencyContactName"
        label={t("contactName")}
        autoComplete="off"
        isOptional
      />
      <PhoneField
        name="emergencyContactPhone"
        label={t("contactPhone")}
        autoComplete="off"
        isOptional
      />
      <TextField
        name="emergencyContactRelationship"
        label={t("contactRelationship")}
        hint={t("contactRelationshipHint")}
        autoComplete="off"
        isOptional
      />
    </>
  );
}

export function InsuranceFields() {
  const t = useTranslations("accounts");
  return (
    <>
      <TextField name="insuranceProvider" label={t("insuranceProvider")} isOptional />
      <TextField
        name="insurancePolicyNumber"
        label={t("insurancePolicyNumber")}
        autoComplete="off"
        isOptional
      />
    </>
  );
}

export function AddressFields() {
  const t = useTranslations("accounts");
  return (
    <>
      <TextAreaField
        name="address"
        label={t("address")}
        autoComplete="street-address"
        rows={2}
        isOptional
      />
      <TextField name="postalCode" label={t("postalCode")} autoComplete="postal-code" isOptional />
      <TextField name="city" label={t("city")} autoComplete="address-level2" isOptional />
      <TextField name="state" label={t("state")} autoComplete="address-level1" isOptional />
      <TextField name="country" label={t("country")} autoComplete="country-name" isOptional />
    </>
  );
}

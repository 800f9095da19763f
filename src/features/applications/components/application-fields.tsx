"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { PhoneField } from "@/components/form/phone-field";
import { SelectField } from "@/components/form/select-field";
import { TagsField } from "@/components/form/tags-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import type { Option } from "@/components/ui/select";
import { specialities } from "../specialities";

export function PersonFields() {
  const t = useTranslations("application");
  return (
    <>
      <TextField
        name="givenName"
        label={t("givenName")}
        hint={t("nameHint")}
        autoComplete="given-name"
      />
      <TextField name="familyName" label={t("familyName")} autoComplete="family-name" />
      <DoctorPhoneField />
      <SelectField
        name="specialization"
        label={t("specialization")}
        hint={t("specializationHint")}
        options={specialities.map((name) => ({ value: name, label: name }))}
      />
      <TextField
        name="subSpecialization"
        label={t("subSpecialization")}
        hint={t("subSpecializationHint")}
        isOptional
      />
    </>
  );
}

export function BirthField({ today }: { today: string }) {
  const t = useTranslations("application");
  return (
    <DateField
      name="dateOfBirth"
      label={t("dateOfBirth")}
      hint={t("dateOfBirthHint")}
      min="1900-01-01"
      max={today}
      autoComplete="bday"
      isOptional
    />
  );
}

export function DoctorPhoneField() {
  const t = useTranslations("application");
  return <PhoneField name="phone" label={t("phone")} hint={t("phoneHint")} isOptional />;
}

type LicenceFieldsProps = { countries: Option[]; today: string };

export function LicenceFields({ countries, today }: LicenceFieldsProps) {
  const t = useTranslations("application");
  return (
    <>
      <TextField
        name="licenseNumber"
        label={t("licenseNumber")}
        hint={t("licenseNumberHint")}
        autoComplete="off"
      />
      <TextField
        name="licenseAuthority"
        label={t("licenseAuthority")}
        hint={t("licenseAuthorityHint")}
      />
      <SelectField name="licenseCountry" label={t("licenseCountry")} options={countries} />
      <DateField
        name="licenseExpiresOn"
        label={t("licenseExpiresOn")}
        min={today}
        max="2099-12-31"
      />
    </>
  );
}

export function CouncilField() {
  const t = useTranslations("application");
  return (
    <TextField
      name="medicalCouncilRegistration"
      label={t("medicalCouncilRegistration")}
      hint={t("medicalCouncilRegistrationHint")}
      autoComplete="off"
      isOptional
    />
  );
}

export function ExperienceFields() {
  const t = useTranslations("application");
  return (
    <>
      <TextAreaField
        name="qualification"
        label={t("qualification")}
        hint={t("qualificationHint")}
        rows={3}
      />
      <TextField
        name="experienceYears"
        label={t("experienceYears")}
        inputMode="numeric"
        className="max-w-96"
        isOptional
      />
      <TagsField
        name="languagesSpoken"
        label={t("languagesSpoken")}
        hint={t("languagesSpokenHint")}
      />
    </>
  );
}

export function VisitFields() {
  const t = useTranslations("application");
  return (
    <>
      <TextField
        name="consultationFee"
        label={t("consultationFee")}
        hint={t("consultationFeeHint")}
        inputMode="decimal"
        className="max-w-96"
        isOptional
      />
      <TextField
        name="consultationDurationMinutes"
        label={t("consultationDurationMinutes")}
        inputMode="numeric"
        className="max-w-96"
        isOptional
      />
    </>
  );
}

export function BioField() {
  const t = useTranslations("application");
  return <TextAreaField name="bio" label={t("bioLabel")} hint={t("bioHint")} rows={6} isOptional />;
}

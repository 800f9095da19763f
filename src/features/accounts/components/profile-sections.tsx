"use client";

import {
  addressSchema,
  contactSchema,
  healthSchema,
  insuranceSchema,
  type Onboarding,
  patientSchema,
  personSchema,
} from "../schema";
import {
  AddressFields,
  ContactFields,
  HealthFields,
  InsuranceFields,
  PersonFields,
} from "./profile-fields";
import { SectionForm } from "./section-form";

type SectionProps = { profile: Onboarding };

export function PersonSection({ profile, today }: SectionProps & { today: string }) {
  return (
    <SectionForm
      schema={personSchema}
      values={profile}
      toUpdate={(values) => ({ section: "person", values })}
    >
      <PersonFields isPatient={false} today={today} />
    </SectionForm>
  );
}

export function PatientSection({ profile, today }: SectionProps & { today: string }) {
  return (
    <SectionForm
      schema={patientSchema}
      values={profile}
      toUpdate={(values) => ({ section: "patient", values })}
    >
      <PersonFields isPatient today={today} />
    </SectionForm>
  );
}

export function HealthSection({ profile }: SectionProps) {
  return (
    <SectionForm
      schema={healthSchema}
      values={profile}
      toUpdate={(values) => ({ section: "health", values })}
    >
      <HealthFields />
    </SectionForm>
  );
}

export function ContactSection({ profile }: SectionProps) {
  return (
    <SectionForm
      schema={contactSchema}
      values={profile}
      toUpdate={(values) => ({ section: "contact", values })}
    >
      <ContactFields />
    </SectionForm>
  );
}

export function InsuranceSection({ profile }: SectionProps) {
  return (
    <SectionForm
      schema={insuranceSchema}
      values={profile}
      toUpdate={(values) => ({ section: "insurance", values })}
    >
      <InsuranceFields />
    </SectionForm>
  );
}

export function AddressSection({ profile }: SectionProps) {
  return (
    <SectionForm
      schema={addressSchema}
      values={profile}
      toUpdate={(values) => ({ section: "address", values })}
    >
      <AddressFields />
    </SectionForm>
  );
}

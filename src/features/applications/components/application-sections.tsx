"use client";

import type { Option } from "@/components/ui/select";
import type { ShownApplication } from "../queries/show-application";
import {
  bioSchema,
  doctorPersonSchema,
  experienceSchema,
  licenceSchema,
  phoneSchema,
  visitsSchema,
} from "../schema";
import {
  BioField,
  BirthField,
  CouncilField,
  DoctorPhoneField,
  ExperienceFields,
  LicenceFields,
  PersonFields,
  VisitFields,
} from "./application-fields";
import { SectionForm } from "./section-form";

type SectionProps = { application: ShownApplication };

export function PersonSection({ application }: SectionProps) {
  return (
    <SectionForm
      schema={doctorPersonSchema}
      values={application as never}
      toSave={(values) => ({ section: "person", values })}
    >
      <PersonFields />
      <BirthField today={application.today} />
    </SectionForm>
  );
}

export function PhoneSection({ application }: SectionProps) {
  return (
    <SectionForm
      schema={phoneSchema}
      values={application}
      toSave={(values) => ({ section: "phone", values })}
    >
      <DoctorPhoneField />
    </SectionForm>
  );
}

export function LicenceSection({ application, countries }: SectionProps & { countries: Option[] }) {
  return (
    <SectionForm
      schema={licenceSchema}
      values={application as never}
      toSave={(values) => ({ section: "licence", values })}
    >
      <LicenceFields countries={countries} today={application.today} />
      <CouncilField />
    </SectionForm>
  );
}

export function ExperienceSection({ application }: SectionProps) {
  return (
    <SectionForm
      schema={experienceSchema}
      values={application}
      toSave={(values) => ({ section: "experience", values })}
    >
      <ExperienceFields />
    </SectionForm>
  );
}

export function VisitsSection({ application }: SectionProps) {
  return (
    <SectionForm
      schema={visitsSchema}
      values={application}
      toSave={(values) => ({ section: "visits", values })}
    >
      <VisitFields />
    </SectionForm>
  );
}

export function BioSection({ application }: SectionProps) {
  return (
    <SectionForm
      schema={bioSchema}
      values={application}
      toSave={(values) => ({ section: "bio", values })}
    >
      <BioField />
    </SectionForm>
  );
}

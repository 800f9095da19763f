"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { Option } from "@/components/ui/select";
import { trpc } from "@/trpc/client";
import { type Begin, beginSchema } from "../schema";
import { LicenceFields, PersonFields } from "./application-fields";

type BeginFormProps = {
  person: Pick<Begin, "givenName" | "familyName" | "phone">;
  countries: Option[];
  today: string;
};

const none = { subSpecialization: "", licenseNumber: "", licenseAuthority: "" };

export function BeginForm({ person, countries, today }: BeginFormProps) {
  const t = useTranslations("application");
  const begin = trpc.applications.begin.useMutation();

  async function send(answers: Begin): Promise<void> {
    await begin.mutateAsync(answers);
    // A page of its own, so that nothing shows the role that was; the form stays busy until then.
    window.location.assign("/practice/application");
    return new Promise(() => undefined);
  }

  return (
    <Form schema={beginSchema} defaultValues={{ ...none, ...person }} onSubmit={send}>
      <PersonFields />
      <LicenceFields countries={countries} today={today} />
      <SubmitButton block>{t("startSave")}</SubmitButton>
    </Form>
  );
}

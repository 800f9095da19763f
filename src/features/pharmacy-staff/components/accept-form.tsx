"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { trpc } from "@/trpc/client";
import { acceptForm, type acceptInput } from "../schema";
import { PersonFields } from "./person-fields";
import { reload } from "./reload";

type AcceptFormProps = {
  by: z.input<typeof acceptInput>["by"];
  pharmacy: string;
  person: z.input<typeof acceptForm>["person"];
};

/** Says who one is, and joins. */
export function AcceptForm({ by, pharmacy, person }: AcceptFormProps) {
  const t = useTranslations("pharmacyStaff");
  const accept = trpc.pharmacyStaff.acceptInvitation.useMutation();
  return (
    <Form
      schema={acceptForm}
      defaultValues={{ person }}
      onSubmit={async (answers) => {
        await accept.mutateAsync({ by, ...answers });
        return reload("/pharmacy");
      }}
    >
      <PersonFields />
      <p className="max-w-prose text-ink-muted">{t("acceptLead")}</p>
      <SubmitButton>{t("accept", { pharmacy })}</SubmitButton>
    </Form>
  );
}

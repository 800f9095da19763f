"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/refusal";
import type { IdentityConfig } from "../identity-config";
import { resetRequestSchema } from "../schema";
import { browserIdentity } from "./browser-identity";
import { DemoMailLink } from "./demo-mail-link";
import { EmailField } from "./email-field";
import { identityRefusal } from "./identity-refusal";

type ResetRequestFormProps = {
  config: IdentityConfig;
  continueUrl: string;
  hasDemoMail: boolean;
  /** Known where someone signed in wants another password. */
  email?: string;
};

export function ResetRequestForm(props: ResetRequestFormProps) {
  const t = useTranslations("accounts");
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function send({ email }: { email: string }): Promise<Refusal | undefined> {
    const { auth, firebase } = await browserIdentity(props.config);
    try {
      await firebase.sendPasswordResetEmail(auth, email, { url: props.continueUrl });
    } catch (error) {
      const refusal = identityRefusal(error, t("weakPassword"));
      // Nobody learns here who has an account.
      if (refusal.code !== "WRONG_CREDENTIALS") return refusal;
    }
    setSentTo(email);
    return undefined;
  }

  if (sentTo)
    return (
      <Notice
        tone="positive"
        isLive
        title={t("resetSentTitle")}
        actions={
          <>
            {props.hasDemoMail && <DemoMailLink email={sentTo} />}
            <Button variant="quiet" onClick={() => setSentTo(null)}>
              {t("resetOtherAddress")}
            </Button>
          </>
        }
      >
        {t("resetSent", { email: sentTo })}
      </Notice>
    );
  return (
    <Form schema={resetRequestSchema} defaultValues={{ email: props.email }} onSubmit={send}>
      <EmailField />
      <SubmitButton block>{t("resetSend")}</SubmitButton>
    </Form>
  );
}

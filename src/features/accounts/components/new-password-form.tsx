"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Form } from "@/components/form/form";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Spinner } from "@/components/ui/spinner";
import type { Refusal } from "@/lib/refusal";
import type { IdentityConfig } from "../identity-config";
import { newPasswordSchema } from "../schema";
import { browserIdentity } from "./browser-identity";
import { identityRefusal } from "./identity-refusal";
import { PasswordField } from "./password-field";
import { leaveFor, tradeToken } from "./trade-token";

type NewPasswordFormProps = {
  config: IdentityConfig;
  oobCode: string;
  continueTo: string;
  resetHref: string;
};

type Checked = { email: string } | { refusal: Refusal } | null;

/** Whose password the link is for, asked once the page is there. */
function useCheckedLink(config: IdentityConfig, oobCode: string, weakPassword: string): Checked {
  const [checked, setChecked] = useState<Checked>(null);
  useEffect(() => {
    browserIdentity(config)
      .then(({ auth, firebase }) => firebase.verifyPasswordResetCode(auth, oobCode))
      .then((email) => setChecked({ email }))
      .catch((error) => setChecked({ refusal: identityRefusal(error, weakPassword) }));
  }, [config, oobCode, weakPassword]);
  return checked;
}

export function NewPasswordForm(props: NewPasswordFormProps) {
  const { config, oobCode, continueTo, resetHref } = props;
  const t = useTranslations("accounts");
  const checked = useCheckedLink(config, oobCode, t("weakPassword"));

  async function save(email: string, password: string): Promise<Refusal> {
    try {
      const { auth, firebase } = await browserIdentity(config);
      await firebase.confirmPasswordReset(auth, oobCode, password);
      const { user } = await firebase.signInWithEmailAndPassword(auth, email, password);
      await tradeToken(await user.getIdToken());
      return await leaveFor(continueTo);
    } catch (error) {
      return identityRefusal(error, t("weakPassword"));
    }
  }

  const askAgain = <ButtonLink href={resetHref}>{t("toReset")}</ButtonLink>;
  if (!checked)
    return (
      <p role="status" className="flex items-center gap-3 text-ink-muted">
        <Spinner />
        {t("checkingLink")}
      </p>
    );
  if ("refusal" in checked) return <RefusalNotice refusal={checked.refusal} actions={askAgain} />;
  return (
    <Form
      schema={newPasswordSchema}
      defaultValues={{}}
      onSubmit={({ password }) => save(checked.email, password)}
      refusalActions={({ code }) => code === "LINK_NOT_VALID" && askAgain}
    >
      <p className="wrap-anywhere text-ink-muted">{t("resetFor", { email: checked.email })}</p>
      {/* Lets a password manager know whose password it keeps. */}
      <input type="hidden" name="username" autoComplete="username" value={checked.email} readOnly />
      <PasswordField
        name="password"
        label={t("newPassword")}
        hint={t("passwordHint")}
        autoComplete="new-password"
      />
      <SubmitButton block>{t("resetSave")}</SubmitButton>
    </Form>
  );
}

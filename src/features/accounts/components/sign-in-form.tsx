"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { type Refusal, refuse } from "@/lib/refusal";
import type { IdentityConfig } from "../identity-config";
import { signInSchema } from "../schema";
import { browserIdentity } from "./browser-identity";
import { EmailField } from "./email-field";
import { identityRefusal } from "./identity-refusal";
import { PasswordField } from "./password-field";
import { leaveFor, tradeToken } from "./trade-token";
import { useWait } from "./use-wait";

type SignInFormProps = { config: IdentityConfig; continueTo: string; resetHref: string };

export function SignInForm({ config, continueTo, resetHref }: SignInFormProps) {
  const t = useTranslations("accounts");
  const wait = useWait();

  async function signIn(typed: { email: string; password: string }): Promise<Refusal> {
    const { seconds } = wait;
    if (seconds > 0) return refuse("TOO_MANY_REQUESTS", { params: { seconds, minutes: 0 } });
    try {
      const { auth, firebase } = await browserIdentity(config);
      const { email, password } = typed;
      const { user } = await firebase.signInWithEmailAndPassword(auth, email, password);
      await tradeToken(await user.getIdToken());
      return await leaveFor(continueTo);
    } catch (error) {
      const refusal = identityRefusal(error, t("weakPassword"));
      if (["WRONG_CREDENTIALS", "TOO_MANY_TRIES"].includes(refusal.code)) wait.fail();
      return refusal;
    }
  }

  return (
    <Form schema={signInSchema} defaultValues={{}} onSubmit={signIn}>
      <EmailField />
      <PasswordField name="password" label={t("password")} autoComplete="current-password" />
      <div className="grid gap-3">
        <SubmitButton block>{t("signIn")}</SubmitButton>
        {wait.seconds > 0 && (
          <p role="timer" className="text-small text-ink-muted tabular-nums">
            {t("waitToTry", { seconds: wait.seconds })}
          </p>
        )}
        <TextLink href={resetHref} className="justify-self-start py-2">
          {t("forgotPassword")}
        </TextLink>
      </div>
    </Form>
  );
}

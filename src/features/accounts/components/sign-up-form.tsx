"use client";

import type { User } from "firebase/auth";
import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import type { IdentityConfig } from "../identity-config";
import { signUpSchema } from "../schema";
import { type BrowserIdentity, browserIdentity } from "./browser-identity";
import { EmailField } from "./email-field";
import { identityRefusal } from "./identity-refusal";
import { PasswordField } from "./password-field";
import { leaveFor, tradeToken } from "./trade-token";

type Typed = { email: string; password: string };

type SignUpFormProps = {
  config: IdentityConfig;
  continueTo: string;
  signInHref: string;
  next: string | null;
};

export function SignUpForm({ config, continueTo, signInHref, next }: SignUpFormProps) {
  const t = useTranslations("accounts");
  const sendVerification = trpc.accounts.sendVerification.useMutation();

  async function signUp(typed: Typed): Promise<Refusal> {
    try {
      const user = await createOrResume(await browserIdentity(config), typed);
      await tradeToken(await user.getIdToken());
      // If only the message fails, the next page offers to send it again.
      await sendVerification.mutateAsync({ next }).catch(() => undefined);
      return await leaveFor(continueTo);
    } catch (error) {
      return identityRefusal(error, t("weakPassword"));
    }
  }

  return (
    <Form
      schema={signUpSchema}
      defaultValues={{}}
      onSubmit={signUp}
      refusalActions={({ code }) =>
        ["EMAIL_IN_USE", "CONFIRM_EMAIL_FIRST"].includes(code) && (
          <TextLink href={signInHref}>{t("toSignIn")}</TextLink>
        )
      }
    >
      <EmailField />
      <PasswordField
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
      />
      <SubmitButton block>{t("signUp")}</SubmitButton>
    </Form>
  );
}

/** Where a lost connection came between the account and our session, trying again goes on from there. */
async function createOrResume({ auth, firebase }: BrowserIdentity, typed: Typed): Promise<User> {
  const { email, password } = typed;
  try {
    return (await firebase.createUserWithEmailAndPassword(auth, email, password)).user;
  } catch (error) {
    const isOurs = auth.currentUser?.email === email.toLowerCase();
    if (isOurs && auth.currentUser) return auth.currentUser;
    throw error;
  }
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { type Refusal, refuse } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import type { IdentityConfig } from "../identity-config";
import { browserIdentity } from "./browser-identity";
import { identityRefusal } from "./identity-refusal";

type ConfirmEmailProps = {
  config: IdentityConfig;
  oobCode: string;
  isSignedIn: boolean;
  continueTo: string;
  againHref: string;
};

// A link works once, and development mounts twice: the code is spent by the first, for both.
const spending = new Map<string, Promise<void>>();

function spend(config: IdentityConfig, oobCode: string): Promise<void> {
  const known = spending.get(oobCode);
  if (known) return known;
  const going = browserIdentity(config).then(({ auth, firebase }) =>
    firebase.applyActionCode(auth, oobCode),
  );
  spending.set(oobCode, going);
  return going;
}

/** What the link in the message leads to. It may be opened on a device that is not signed in. */
export function ConfirmEmail(props: ConfirmEmailProps) {
  const { config, oobCode, isSignedIn } = props;
  const t = useTranslations("accounts");
  const { mutateAsync: refreshEmail } = trpc.accounts.refreshEmail.useMutation();
  const [outcome, setOutcome] = useState<"confirmed" | Refusal | null>(null);

  useEffect(() => {
    async function confirm() {
      try {
        await spend(config, oobCode);
        if (isSignedIn) await refreshEmail();
        setOutcome("confirmed");
      } catch (error) {
        // A link opened twice has done its work all the same.
        const isDone = isSignedIn && (await refreshEmail().catch(() => null))?.isEmailVerified;
        setOutcome(isDone ? "confirmed" : (identityRefusal(error, "") ?? refuse("UNEXPECTED")));
      }
    }
    void confirm();
  }, [config, oobCode, isSignedIn, refreshEmail]);

  if (!outcome)
    return (
      <p role="status" className="flex items-center gap-3 text-ink-muted">
        <Spinner />
        {t("confirming")}
      </p>
    );
  if (outcome !== "confirmed")
    return (
      <RefusalNotice
        refusal={outcome}
        actions={<ButtonLink href={props.againHref}>{t("toReset")}</ButtonLink>}
      />
    );
  return (
    <Notice
      tone="positive"
      isLive
      title={t("confirmedTitle")}
      actions={
        <ButtonLink href={props.continueTo}>{isSignedIn ? t("goOn") : t("toSignIn")}</ButtonLink>
      }
    >
      {isSignedIn ? t("confirmed") : t("confirmedSignIn")}
    </Notice>
  );
}

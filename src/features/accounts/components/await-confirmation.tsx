"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import { DemoMailLink } from "./demo-mail-link";
import { leaveFor } from "./trade-token";

type AwaitConfirmationProps = {
  email: string;
  next: string | null;
  continueTo: string;
  laterHref: string;
  hasDemoMail: boolean;
};

/** Waits while someone reads their mail, on this device or another. */
export function AwaitConfirmation(props: AwaitConfirmationProps) {
  const t = useTranslations("accounts");
  const resend = trpc.accounts.sendVerification.useMutation();
  const refresh = trpc.accounts.refreshEmail.useMutation();
  const [isStillWaiting, setStillWaiting] = useState(false);
  const error = resend.error ?? refresh.error;

  const look = useLookAgain(refresh.mutateAsync, props.continueTo);
  async function lookAndSay() {
    resend.reset();
    setStillWaiting(false);
    setStillWaiting(!(await look().catch(() => true)));
  }
  function sendAgain() {
    refresh.reset();
    setStillWaiting(false);
    resend.mutate({ next: props.next });
  }

  return (
    <div className="grid justify-items-start gap-4">
      {props.hasDemoMail && <DemoMailLink email={props.email} />}
      <div className="flex flex-wrap gap-3">
        <Button isPending={refresh.isPending} onClick={lookAndSay}>
          {t("verifyDone")}
        </Button>
        <Button variant="secondary" isPending={resend.isPending} onClick={sendAgain}>
          {t("verifyResend")}
        </Button>
      </div>
      {isStillWaiting && (
        <Notice tone="caution" isLive>
          {t("verifyNotYet")}
        </Notice>
      )}
      {resend.isSuccess && (
        <Notice tone="positive" isLive>
          {t("verifyResent", { email: props.email })}
        </Notice>
      )}
      {error && <RefusalNotice refusal={refusalOf(error)} />}
      <ButtonLink variant="quiet" href={props.laterHref} className="-ms-4">
        {t("verifyLater")}
      </ButtonLink>
    </div>
  );
}

type Refresh = () => Promise<{ isEmailVerified: boolean }>;

/** Looks whether the address is confirmed, and goes on if so; also by itself on coming back here. */
function useLookAgain(refresh: Refresh, continueTo: string): () => Promise<boolean> {
  const look = useCallback(async () => {
    const { isEmailVerified } = await refresh();
    return isEmailVerified ? leaveFor(continueTo) : false;
  }, [refresh, continueTo]);

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === "visible") void look().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", onReturn);
    return () => document.removeEventListener("visibilitychange", onReturn);
  }, [look]);
  return look;
}

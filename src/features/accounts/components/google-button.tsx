"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/refusal";
import type { IdentityConfig } from "../identity-config";
import { browserIdentity } from "./browser-identity";
import { identityRefusal, isChangeOfMind, isPopupBlocked } from "./identity-refusal";
import { leaveFor, tradeToken } from "./trade-token";

type GoogleButtonProps = { config: IdentityConfig; continueTo: string };

export function GoogleButton({ config, continueTo }: GoogleButtonProps) {
  const t = useTranslations("accounts");
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | "blocked" | null>(null);

  async function start() {
    setRefusal(null);
    setPending(true);
    try {
      const { auth, firebase } = await browserIdentity(config);
      const { user } = await firebase.signInWithPopup(auth, new firebase.GoogleAuthProvider());
      await tradeToken(await user.getIdToken());
      await leaveFor(continueTo);
    } catch (error) {
      if (isPopupBlocked(error)) setRefusal("blocked");
      else if (!isChangeOfMind(error)) setRefusal(identityRefusal(error, t("weakPassword")));
    }
    setPending(false);
  }

  return (
    <div className="grid gap-4">
      <Button variant="secondary" size="lg" block isPending={isPending} onClick={start}>
        {t("google")}
      </Button>
      {refusal === "blocked" && (
        <Notice tone="caution" isLive>
          {t("googleBlocked")}
        </Notice>
      )}
      {refusal && refusal !== "blocked" && <RefusalNotice refusal={refusal} />}
      <p className="flex items-center gap-3 text-small text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
    </div>
  );
}

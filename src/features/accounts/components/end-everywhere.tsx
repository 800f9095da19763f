"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";
import { leaveFor } from "./trade-token";

export function EndEverywhere() {
  const t = useTranslations("accounts");
  const end = trpc.accounts.signOutEverywhere.useMutation({
    onSuccess: () => leaveFor("/sign-in?reason=signed-out"),
  });
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="secondary" isPending={end.isPending} onClick={() => end.mutate()}>
        {t("endEverywhere")}
      </Button>
      <p className="text-small text-ink-muted">{t("endEverywhereLead")}</p>
      {end.error && <RefusalNotice refusal={refusalOf(end.error)} />}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";
import { leaveFor } from "./trade-token";

export function EndEverywhere() {
  const t = useTranslations("accounts");
  const end = trpc.accounts.signOutEverywhere.useMutation({
    onSuccess: () => leaveFor("/sign-in?reason=signed-out"),
  });
  return (
    <Dialog
      title={t("endEverywhereTitle")}
      description={t("endEverywhereLead")}
      closeLabel={t("close")}
      trigger={<Button variant="secondary">{t("endEverywhere")}</Button>}
      actions={
        <Button variant="critical" isPending={end.isPending} onClick={() => end.mutate()}>
          {t("endEverywhere")}
        </Button>
      }
    >
      {end.error && <RefusalNotice refusal={refusalOf(end.error)} />}
    </Dialog>
  );
}

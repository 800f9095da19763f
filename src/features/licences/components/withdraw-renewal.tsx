"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";

/** Takes back a renewal that waits. */
export function WithdrawRenewal({ renewalId }: { renewalId: string }) {
  const t = useTranslations("licences");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const withdraw = trpc.licences.withdraw.useMutation({
    onSuccess: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      title={t("withdrawTitle")}
      description={t("withdrawBody")}
      closeLabel={t("close")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="secondary">{t("withdraw")}</Button>}
      actions={
        <Button
          variant="critical"
          isPending={withdraw.isPending}
          onClick={() => withdraw.mutate({ renewalId })}
        >
          {t("withdraw")}
        </Button>
      }
    >
      {withdraw.error && <RefusalNotice refusal={refusalOf(withdraw.error)} />}
    </Dialog>
  );
}

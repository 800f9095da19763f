"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import type { OwnClaim } from "../claim-store";
import { reload } from "./reload";

type OpenClaimProps = Pick<OwnClaim, "pharmacy" | "position" | "isProposal">;

/** A claim that is being checked, and the way to take it back. */
export function OpenClaim({ pharmacy, position, isProposal }: OpenClaimProps) {
  const t = useTranslations("pharmacyStaff");
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = trpc.pharmacyStaff.withdrawClaim.useMutation({
    onSuccess: () => void reload("/pharmacy/join"),
  });
  return (
    <>
      <Notice
        title={t("openTitle")}
        actions={
          <Button variant="secondary" onClick={() => setIsAsking(true)}>
            {t("withdraw")}
          </Button>
        }
      >
        <p>{t("openBody", { pharmacy, position: t(`positions.${position}`) })}</p>
        {isProposal && <p className="mt-2">{t("openProposal", { pharmacy })}</p>}
      </Notice>
      <Dialog
        title={t("withdrawTitle")}
        description={t("withdrawBody")}
        closeLabel={t("keep")}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        actions={
          <>
            <Button variant="quiet" onClick={() => setIsAsking(false)}>
              {t("keep")}
            </Button>
            <Button
              variant="critical"
              isPending={withdraw.isPending || withdraw.isSuccess}
              onClick={() => withdraw.mutate()}
            >
              {t("withdraw")}
            </Button>
          </>
        }
      >
        {withdraw.error && <RefusalNotice refusal={refusalOf(withdraw.error)} />}
      </Dialog>
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";
import { type Settlement, settlements } from "../form-schema";

type SettleButtonsProps = { pharmacyId: string; name: string; expectedTimes: number };

const labels = { right: "settleRight", corrected: "settleCorrected" } as const;

/** Says that the hours are right, or have been corrected; what was said meanwhile stays open. */
export function SettleButtons({ pharmacyId, name, expectedTimes }: SettleButtonsProps) {
  const t = useTranslations("pharmacy");
  const router = useRouter();
  const settle = trpc.pharmacyReports.settle.useMutation({ onSettled: () => router.refresh() });
  const isPending = (as: Settlement) => settle.isPending && settle.variables?.as === as;
  return (
    <>
      {settlements.map((as) => (
        <Button
          key={as}
          variant="secondary"
          aria-label={`${t(labels[as])}: ${name}`}
          isPending={isPending(as)}
          aria-disabled={settle.isPending || settle.isSuccess}
          onClick={() => {
            if (!settle.isPending && !settle.isSuccess)
              settle.mutate({ pharmacyId, as, expectedTimes });
          }}
        >
          {t(labels[as])}
        </Button>
      ))}
      {settle.error && <RefusalNotice refusal={refusalOf(settle.error)} takesFocus />}
    </>
  );
}

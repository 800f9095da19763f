"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";

type Side = { id: string; revision: number; name: string; slug: string | null; hasStaff: boolean };

/** What a person says about two: that they are not the same, or which one goes. */
export function PairActions({ one, other }: { one: Side; other: Side }) {
  const t = useTranslations("duplicates");
  const router = useRouter();
  const [done, setDone] = useState<string | null>(null);
  const [off, setOff] = useState<Side | null>(null);
  const tellApart = trpc.pharmacyImports.tellApart.useMutation({
    onSuccess: () => settle(t("apartDone")),
  });
  const switchOff = trpc.pharmacyImports.switchOffDouble.useMutation({
    onSuccess: () => settle(t("offDone", { name: off?.name ?? "" })),
  });
  const error = tellApart.error ?? switchOff.error;
  const isPending = tellApart.isPending || switchOff.isPending;

  function settle(words: string) {
    setDone(words);
    router.refresh();
  }

  if (done) return <Notice tone="positive" title={done} isLive />;
  const kept = off?.id === one.id ? other : one;
  return (
    <div className="grid gap-3">
      {error && <RefusalNotice refusal={refusalOf(error)} />}
      {off ? (
        <Notice
          tone={off.hasStaff ? "critical" : "caution"}
          title={t("offTitle", { name: off.name, slug: off.slug ?? "" })}
          isLive
          actions={
            <>
              <Button
                variant="critical"
                isPending={switchOff.isPending}
                onClick={() =>
                  switchOff.mutate({
                    offId: off.id,
                    keptId: kept.id,
                    expectedRevision: off.revision,
                  })
                }
              >
                {t("offDo")}
              </Button>
              <Button variant="secondary" disabled={isPending} onClick={() => setOff(null)}>
                {t("offNot")}
              </Button>
            </>
          }
        >
          {off.hasStaff ? t("offStaff") : t("offWhat")}
        </Notice>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            isPending={tellApart.isPending}
            onClick={() => tellApart.mutate({ oneId: one.id, otherId: other.id })}
          >
            {t("apart")}
          </Button>
          <Button variant="secondary" disabled={isPending} onClick={() => setOff(one)}>
            {t("offOne")}
          </Button>
          <Button variant="secondary" disabled={isPending} onClick={() => setOff(other)}>
            {t("offOther")}
          </Button>
        </div>
      )}
    </div>
  );
}

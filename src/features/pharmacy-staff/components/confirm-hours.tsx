"use client";

import { CircleCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";

/** One tap that says the hours, as they stand on this page, are right. */
export function ConfirmHours({ revision }: { revision: number }) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const confirm = trpc.pharmacyStaff.confirmHours.useMutation({
    onSettled: () => router.refresh(),
  });
  return (
    <div className="grid gap-3">
      <div>
        <Button
          size="lg"
          isPending={confirm.isPending}
          onClick={() => confirm.mutate({ expectedRevision: revision })}
        >
          <CircleCheck aria-hidden className="size-5" />
          {t("confirm")}
        </Button>
      </div>
      <div role="status">
        {confirm.isSuccess && <Notice tone="positive">{t("confirmed")}</Notice>}
      </div>
      {confirm.error && <RefusalNotice refusal={refusalOf(confirm.error)} />}
    </div>
  );
}

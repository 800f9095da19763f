"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";

/** Hands a complete application in, and leads to where one sees how it goes on. */
export function HandIn() {
  const t = useTranslations("application");
  const router = useRouter();
  const submit = trpc.applications.submit.useMutation({
    onSuccess: () => {
      router.push("/practice");
      router.refresh();
    },
  });
  return (
    <div className="grid justify-items-start gap-4">
      <p className="max-w-prose">{t("handInLead")}</p>
      <Button
        size="lg"
        isPending={submit.isPending || submit.isSuccess}
        onClick={() => submit.mutate()}
      >
        {t("handInDo")}
      </Button>
      {submit.error && <RefusalNotice refusal={refusalOf(submit.error)} />}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";
import { WordsDialog } from "./words-dialog";

type ProposalSectionProps = {
  clinicId: string;
  revision: number;
  name: string;
  proposer: { name: string | null; isVerified: boolean } | null;
};

/** What a doctor has proposed is made public, or declined with words. */
export function ProposalSection({ clinicId, revision, name, proposer }: ProposalSectionProps) {
  const t = useTranslations("registry");
  const router = useRouter();
  const [isDeclining, setIsDeclining] = useState(false);
  const decline = trpc.registry.declineClinic.useMutation();
  const approve = trpc.registry.approveClinic.useMutation({
    onSuccess: () => router.push(`/admin/clinics/${clinicId}?done=approved`),
  });
  return (
    <div className="grid gap-4">
      <p className="max-w-prose">
        {proposer?.name
          ? t("proposalBody", { name: proposer.name, isVerified: String(proposer.isVerified) })
          : t("proposalBodyUnknown")}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          isPending={approve.isPending}
          onClick={() => approve.mutate({ clinicId, expectedRevision: revision })}
        >
          {t("approve")}
        </Button>
        <Button variant="secondary" onClick={() => setIsDeclining(true)}>
          {t("decline")}
        </Button>
      </div>
      {approve.error && <RefusalNotice refusal={refusalOf(approve.error)} />}
      <WordsDialog
        title={t("declineTitle", { name })}
        description={t("declineHint")}
        label={t("declineReason")}
        confirm={t("decline")}
        isCritical
        isOpen={isDeclining}
        onOpenChange={setIsDeclining}
        onSay={async (reason) => {
          await decline.mutateAsync({ clinicId, expectedRevision: revision, reason });
          router.push(`/admin/clinics/${clinicId}?done=declined`);
        }}
      />
    </div>
  );
}

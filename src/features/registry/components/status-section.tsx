"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import { givenStatuses } from "../schema-names";
import { WordsDialog } from "./words-dialog";

type Status = (typeof givenStatuses)[number];
type StatusSectionProps = {
  clinicId: string;
  revision: number;
  name: string;
  status: Status;
  standing: { doctors: number; ahead: number };
  mayDecide: boolean;
};

/** Opens and closes. What that means for doctors and patients is said before. */
export function StatusSection(props: StatusSectionProps) {
  const { clinicId, revision, name, status, standing } = props;
  const t = useTranslations("registry");
  const router = useRouter();
  const change = trpc.registry.changeClinicStatus.useMutation();
  const [asked, setAsked] = useState<Status | null>(null);
  const [isDone, setIsDone] = useState(false);
  const [isRefreshing, refresh] = useTransition();
  const box = useRef<HTMLDivElement>(null);
  const to = asked ?? "active";
  const isClosed = status !== "active";

  return (
    <div className="grid gap-4">
      <div ref={box} tabIndex={-1}>
        {isDone && !isRefreshing && (
          <Notice tone="positive" isLive>
            {t("statusDone")}
          </Notice>
        )}
      </div>
      {isClosed && standing.ahead > 0 && props.mayDecide && (
        <Notice
          tone="caution"
          actions={<ButtonLink href="/admin/unserved">{t("unserved")}</ButtonLink>}
        >
          {t("statusAhead", { ahead: standing.ahead })}
        </Notice>
      )}
      <p>{t("statusNow", { status: t(`status.${status}`) })}</p>
      <div className="flex flex-wrap gap-3">
        {givenStatuses
          .filter((other) => other !== status)
          .map((other) => (
            <Button key={other} variant="secondary" onClick={() => setAsked(other)}>
              {t(`statusTo.${other}`)}
            </Button>
          ))}
      </div>
      <WordsDialog
        key={to}
        title={t(`statusAsk.${to}`, { name })}
        description={
          to === "active"
            ? t("statusOpens", { doctors: standing.doctors })
            : t("statusEffect", standing)
        }
        label={t("reason")}
        hint={t("reasonHint")}
        confirm={t(`statusTo.${to}`)}
        isCritical={to !== "active"}
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        onSay={async (reason) => {
          await change.mutateAsync({ clinicId, expectedRevision: revision, status: to, reason });
          setAsked(null);
          setIsDone(true);
          refresh(() => router.refresh());
          // What was pressed to get here is gone.
          box.current?.focus();
        }}
      />
    </div>
  );
}

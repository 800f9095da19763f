"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { z } from "zod";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ScheduleChangeInput } from "../schema";
import { ChangeFlow } from "./consequences";

type Status = "active" | "on_leave" | "ended";
type StatusSectionProps = {
  associationId: string;
  revision: number;
  status: "active" | "on_leave";
  /** The clinic's date today. */
  today: string;
  endDate: string | null;
};

const endForm = z.object({ lastDay: z.iso.date() });

/** On leave, back, and the end: each first shows which appointments it would leave behind. */
export function StatusSection(props: StatusSectionProps) {
  const t = useTranslations("practice");
  const router = useRouter();
  const [change, setChange] = useState<ScheduleChangeInput | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const isAway = props.status === "on_leave";

  function ask(status: Status, endDate: string | null) {
    setIsSaved(false);
    const { associationId, revision: expectedRevision } = props;
    setChange({ kind: "status", associationId, expectedRevision, status, endDate });
  }

  function leave(hasSaved: boolean) {
    setChange(null);
    setIsSaved(hasSaved);
    // What was pressed to get here is gone.
    top.current?.focus();
    router.refresh();
  }

  return (
    <div ref={top} tabIndex={-1} className="grid gap-6">
      {isSaved && (
        <Notice tone="positive" isLive>
          {t("statusSaved")}
        </Notice>
      )}
      <ChangeFlow change={change} onSaved={() => leave(true)} onBack={() => leave(false)} />
      <div className="grid gap-8" hidden={change !== null}>
        <div className="grid justify-items-start gap-3">
          <p className="max-w-prose">{t(isAway ? "comeBackBody" : "takeLeaveBody")}</p>
          <Button
            variant="secondary"
            onClick={() => ask(isAway ? "active" : "on_leave", props.endDate)}
          >
            {t(isAway ? "comeBack" : "takeLeave")}
          </Button>
        </div>
        <div className="grid gap-3">
          <h3 className="text-h3">{t("end")}</h3>
          <p className="max-w-prose">{t("endBody")}</p>
          {props.endDate && (
            <div>
              <Button variant="secondary" onClick={() => ask(props.status, null)}>
                {t("stay")}
              </Button>
            </div>
          )}
          <Form
            schema={endForm}
            defaultValues={{ lastDay: props.endDate ?? "" }}
            onSubmit={async ({ lastDay }) => ask("ended", lastDay)}
          >
            <DateField name="lastDay" label={t("lastDay")} />
            <SubmitButton size="md" variant="secondary">
              {t("endDo")}
            </SubmitButton>
          </Form>
        </div>
      </div>
    </div>
  );
}

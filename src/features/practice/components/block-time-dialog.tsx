"use client";

import { CircleSlash } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { typedText } from "@/lib/text";
import { zoneName } from "@/lib/time/format";
import { textOfWall } from "@/lib/time/wall";
import { trpc } from "@/trpc/client";
import type { ScheduleChangeInput } from "../schema";
import { ChangeFlow } from "./consequences";

type BlockTimeDialogProps = {
  /** The zone in which the day and the times are meant. */
  timezone: string;
  /** The day that stands there first, "2026-11-02". */
  date: string;
};

const time = z.string().min(1);

/** Keeps a stretch of time free of patients. Its button opens it; see ChangeFlow for what it needs. */
export function BlockTimeDialog({ timezone, date }: BlockTimeDialogProps) {
  const t = useTranslations("changes");
  const router = useRouter();
  const calls = trpc.useUtils();
  const [isOpen, setIsOpen] = useState(false);
  const [change, setChange] = useState<ScheduleChangeInput | null>(null);
  const schema = z
    .object({ date: z.iso.date(), from: time, to: time, note: typedText(200) })
    .refine(({ from, to }) => from < to, { path: ["to"], message: t("blockEnd") });

  function toggle(isNowOpen: boolean) {
    setIsOpen(isNowOpen);
    setChange(null);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={toggle}
      shape="sheet"
      title={t("blockTitle")}
      description={t("blockLead", { zone: zoneName(timezone, Date.parse(date)) })}
      closeLabel={t("close")}
      trigger={
        <Button variant="secondary">
          <CircleSlash aria-hidden className="size-5" />
          {t("blockTitle")}
        </Button>
      }
    >
      {!change && (
        <Form
          schema={schema}
          defaultValues={{ date, from: "12:00", to: "13:00", note: "" }}
          onSubmit={async (answers) =>
            setChange({
              kind: "block",
              startsAt: textOfWall(answers.date, answers.from, timezone),
              endsAt: textOfWall(answers.date, answers.to, timezone),
              note: answers.note,
            })
          }
        >
          <DateField name="date" label={t("blockDate")} />
          <div className="grid grid-cols-2 gap-3">
            <TextField name="from" type="time" label={t("blockFrom")} />
            <TextField name="to" type="time" label={t("blockTo")} />
          </div>
          <TextField name="note" label={t("note")} maxLength={200} autoComplete="off" isOptional />
          <SubmitButton>{t("blockTitle")}</SubmitButton>
        </Form>
      )}
      <ChangeFlow
        change={change}
        onBack={() => setChange(null)}
        onSaved={() => {
          toggle(false);
          void calls.invalidate();
          router.refresh();
        }}
      />
    </Dialog>
  );
}

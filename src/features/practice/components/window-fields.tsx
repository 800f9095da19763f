"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldId } from "@/components/form/form-id";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { type Weekday, weekdays } from "@/features/schedules/template";
import { type DraftWindow, minutesADay, readTime, spanOf, writeTime } from "../week";
import type { Trouble } from "./use-troubles";

type WindowFieldsProps = {
  day: Weekday;
  /** The path of the window in the form, which errors go by. */
  name: string;
  /** Its place among the day's hours, from 1. */
  number: number;
  window: DraftWindow;
  trouble: Trouble | undefined;
  onChange: (window: DraftWindow) => void;
  onFocus: () => void;
  onRemove: () => void;
};

/** Two times of one window. What is typed is put in order on leaving; what is no time yet is said then. */
export function WindowFields(props: WindowFieldsProps) {
  const { day, number, window, trouble, onChange } = props;
  const t = useTranslations("hours");
  const id = useFieldId(props.name);
  const [isTyping, setIsTyping] = useState(false);
  const shown = trouble && !(trouble.isUnread && isTyping) ? trouble : undefined;
  const span = spanOf(window);
  const where = { day: t(`weekdays.${day}`), number: String(number) };
  const aria = {
    "aria-invalid": shown ? (true as const) : undefined,
    "aria-describedby": shown ? `${id}-error` : undefined,
  };

  function leave(part: "start" | "end") {
    setIsTyping(false);
    const minutes = readTime(window[part]);
    const written = minutes === null ? window[part] : writeTime(minutes);
    if (written !== window[part]) onChange({ ...window, [part]: written });
  }

  const box = (part: "start" | "end", boxId: string, label: string) => (
    <>
      <label htmlFor={boxId} className="sr-only">
        <span data-label-for={boxId}>{label}</span>
      </label>
      <span className="w-24">
        <Input
          {...aria}
          id={boxId}
          value={window[part]}
          maxLength={8}
          inputMode="numeric"
          autoComplete="off"
          placeholder={part === "start" ? "09:00" : "17:00"}
          className="text-center tabular-nums"
          onChange={(event) => onChange({ ...window, [part]: event.target.value })}
          onFocus={() => {
            setIsTyping(true);
            props.onFocus();
          }}
          onBlur={() => leave(part)}
        />
      </span>
    </>
  );

  const nextDay = weekdays[(weekdays.indexOf(day) + 1) % 7] ?? "monday";
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2">
        {box("start", id, t("from", where))}
        <span aria-hidden>–</span>
        {box("end", `${id}-end`, t("to", where))}
        <IconButton
          icon={X}
          label={t("remove", { window: `${window.start}–${window.end}`, day: where.day })}
          onClick={props.onRemove}
        />
        {span && span.end > minutesADay && (
          <span className="text-small text-ink-muted">
            {t("overnight", { day: t(`weekdays.${nextDay}`) })}
          </span>
        )}
      </div>
      {shown && <FieldError id={`${id}-error`}>{shown.words}</FieldError>}
    </div>
  );
}

"use client";

import { Copy, Eraser, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFieldId } from "@/components/form/form-id";
import { Button } from "@/components/ui/button";
import { weekdays } from "@/features/schedules/template";
import { type DraftWindow, nextWindow } from "../week";
import { CopyDay } from "./copy-day";
import { DayTimes } from "./day-times";
import type { Trouble } from "./use-troubles";
import { WindowFields } from "./window-fields";

type DayFieldsProps = {
  day: number;
  windows: readonly DraftWindow[];
  troubles: ReadonlyMap<string, Trouble>;
  onChange: (windows: readonly DraftWindow[]) => void;
  onSelect: (id: string | null) => void;
  onCopy: (days: number[]) => void;
};

/** One day, typed: its stretches of hours, and what to do with all of them. */
export function DayFields({ day, windows, troubles, onChange, onSelect, onCopy }: DayFieldsProps) {
  const t = useTranslations("hours");
  const [isCopying, setIsCopying] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const weekday = weekdays[day] ?? "monday";
  const name = t(`weekdays.${weekday}`);
  const formId = useFieldId("week");

  function add() {
    onChange([...windows, nextWindow(windows)]);
    // The new boxes are there only once React has drawn them.
    requestAnimationFrame(() =>
      document.getElementById(`${formId}.${day}.${windows.length}`)?.focus(),
    );
  }

  function remove(id: string) {
    onChange(windows.filter((window) => window.id !== id));
    addButton.current?.focus();
  }

  function clear() {
    onChange([]);
    addButton.current?.focus();
  }

  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-h3">{name}</h3>
        <DayTimes windows={windows} />
      </div>
      <div className="grid gap-2">
        {windows.map((window, index) => (
          <WindowFields
            key={window.id}
            day={weekday}
            name={`week.${day}.${index}`}
            number={index + 1}
            window={window}
            trouble={troubles.get(window.id)}
            onChange={(next) =>
              onChange(windows.map((before) => (before.id === next.id ? next : before)))
            }
            onFocus={() => onSelect(window.id)}
            onRemove={() => remove(window.id)}
          />
        ))}
      </div>
      <div className="-ms-2 flex flex-wrap gap-x-2">
        <Button
          ref={addButton}
          variant="quiet"
          aria-label={t("addOn", { day: name })}
          onClick={add}
        >
          <Plus aria-hidden className="size-4.5" />
          {t("add")}
        </Button>
        {windows.length > 0 && (
          <>
            <Button
              variant="quiet"
              aria-label={t("copy", { day: name })}
              onClick={() => setIsCopying(true)}
            >
              <Copy aria-hidden className="size-4.5" />
              {t("copyShort")}
            </Button>
            <Button variant="quiet" aria-label={t("clear", { day: name })} onClick={clear}>
              <Eraser aria-hidden className="size-4.5" />
              {t("clearShort")}
            </Button>
          </>
        )}
      </div>
      <CopyDay
        key={String(isCopying)}
        day={day}
        isOpen={isCopying}
        onClose={() => setIsCopying(false)}
        onCopy={onCopy}
      />
    </li>
  );
}

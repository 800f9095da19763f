"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { type DraftWindow, newWindow, textOf } from "../draft";
import { inOneWay, isOvernight } from "../form-schema";

type WindowsFieldsProps = {
  /** Where the boxes are, for their ids; and which day they are of, in words. */
  id: string;
  day: string;
  windows: readonly DraftWindow[];
  /** What is wrong with which window, by its id. */
  errors: ReadonlyMap<string, string>;
  onChange: (windows: DraftWindow[]) => void;
  /** Further things to do with the day. */
  children?: ReactNode;
};

/** The stretches of hours of one day, typed. What is typed is put in order on leaving. */
export function WindowsFields({ id, day, windows, errors, ...props }: WindowsFieldsProps) {
  const t = useTranslations("openingHours");
  const change = (next: DraftWindow) =>
    props.onChange(windows.map((window) => (window.id === next.id ? next : window)));

  function add() {
    props.onChange([...windows, newWindow()]);
    // The new boxes are there only once React has drawn them.
    requestAnimationFrame(() => document.getElementById(`${id}-${windows.length}-from`)?.focus());
  }

  function remove(gone: DraftWindow) {
    props.onChange(windows.filter((window) => window.id !== gone.id));
    document.getElementById(`${id}-add`)?.focus();
  }

  return (
    <div className="grid gap-2">
      {windows.length === 0 && <p className="text-ink-muted">{t("closed")}</p>}
      {windows.map((window, index) => {
        const boxes = `${id}-${index}`;
        const error = errors.get(window.id);
        return (
          <div key={window.id} className="grid gap-1">
            <div className="flex flex-wrap items-center gap-2">
              {(["from", "to"] as const).map((part) => (
                <span key={part} className="flex items-center gap-2">
                  {part === "to" && <span aria-hidden>–</span>}
                  <span className="w-24">
                    <Input
                      id={`${boxes}-${part}`}
                      aria-label={t(part, { day, number: String(index + 1) })}
                      aria-invalid={error ? true : undefined}
                      aria-describedby={error ? `${boxes}-error` : undefined}
                      value={window[part]}
                      maxLength={8}
                      inputMode="numeric"
                      autoComplete="off"
                      placeholder={part === "from" ? "09:00" : "18:00"}
                      className="text-center tabular-nums"
                      onChange={(event) => change({ ...window, [part]: event.target.value })}
                      onBlur={() => change({ ...window, [part]: inOneWay(window[part]) })}
                    />
                  </span>
                </span>
              ))}
              <IconButton
                icon={X}
                label={t("remove", { window: textOf(window), day })}
                onClick={() => remove(window)}
              />
              {isOvernight(textOf(window)) && (
                <span className="text-small text-ink-muted">{t("nextDay")}</span>
              )}
            </div>
            {error && <FieldError id={`${boxes}-error`}>{error}</FieldError>}
          </div>
        );
      })}
      <div className="-ms-2 flex flex-wrap gap-x-2">
        <Button id={`${id}-add`} variant="quiet" aria-label={t("addOn", { day })} onClick={add}>
          <Plus aria-hidden className="size-4.5" />
          {t("add")}
        </Button>
        {props.children}
      </div>
    </div>
  );
}

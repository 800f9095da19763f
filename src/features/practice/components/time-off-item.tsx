"use client";

import { CalendarOff, Clock, ClockPlus, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import type { ExceptionKind } from "../change-form";
import type { ExceptionRow } from "../time-off-store";
import { wordDates, wordException, wordWindows } from "./time-off-words";

const icons: Record<ExceptionKind, LucideIcon> = {
  time_off: CalendarOff,
  other_hours: Clock,
  extra_hours: ClockPlus,
};

type TimeOffItemProps = { exception: ExceptionRow; onEdit: () => void; onRemove: () => void };

/** One stretch of days on which the weekly hours don't hold as they stand. */
export function TimeOffItem({ exception, onEdit, onRemove }: TimeOffItemProps) {
  const t = useTranslations("changes");
  const [isAsking, setIsAsking] = useState(false);
  const { kind, windows, note, clinicName } = exception;
  const what = wordException(t, exception);
  return (
    <Card as="li" className="flex flex-wrap items-start justify-between gap-3">
      <div className="grid gap-1">
        <h3 className="font-semibold">{wordDates(t, exception)}</h3>
        <p className="flex flex-wrap items-center gap-2">
          <Badge icon={icons[kind]} tone={kind === "time_off" ? "neutral" : "info"}>
            {t(kind)}
          </Badge>
          <span className="tabular-nums">{wordWindows(windows)}</span>
        </p>
        <p className="text-small text-ink-muted wrap-anywhere">
          {[clinicName ?? t("allClinics"), note].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="-mx-4 flex flex-wrap gap-1">
        <Button variant="quiet" onClick={onEdit} aria-label={t("editOf", { what })}>
          {t("edit")}
        </Button>
        <Dialog
          isOpen={isAsking}
          onOpenChange={setIsAsking}
          title={t("removeTitle")}
          description={t(kind === "extra_hours" ? "removeExtraBody" : "removeBody", { what })}
          closeLabel={t("close")}
          trigger={
            <Button variant="quiet" aria-label={t("removeOf", { what })}>
              {t("remove")}
            </Button>
          }
          actions={
            <Button variant="critical" onClick={onRemove}>
              {t("remove")}
            </Button>
          }
        />
      </div>
    </Card>
  );
}

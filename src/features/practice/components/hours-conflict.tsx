"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { weekdays } from "@/features/schedules/template";
import { formatDuration } from "@/lib/time/format";
import type { HoursAnswers } from "../hours-form";

type HoursConflictProps = {
  yours: HoursAnswers;
  saved: HoursAnswers;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onBack: () => void;
};

/** Somebody saved other hours meanwhile: both beside each other, and the doctor decides. */
export function HoursConflict(props: HoursConflictProps) {
  const t = useTranslations("hours");
  const box = useRef<HTMLDivElement>(null);
  // It takes the place of the form, whose button had the focus.
  useEffect(() => box.current?.focus(), []);
  const yours = useLines(props.yours);
  const saved = useLines(props.saved);
  return (
    <div ref={box} tabIndex={-1} className="grid gap-6">
      <Notice tone="caution" title={t("conflictTitle")} isLive>
        {t("conflictBody")}
      </Notice>
      <table className="w-full text-start text-small sm:text-body">
        <thead>
          <tr className="border-b border-line-strong">
            {[t("conflictPart"), t("yours"), t("theirs")].map((head) => (
              <th key={head} scope="col" className="py-2 pe-3 text-start align-bottom">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {yours.map(({ name, value }, index) => {
            const other = saved[index]?.value;
            return (
              <tr key={name} className="align-top">
                <th scope="row" className="py-2 pe-3 text-start font-medium">
                  {name}
                  {value !== other && (
                    <span className="block">
                      <Badge tone="caution">{t("differs")}</Badge>
                    </span>
                  )}
                </th>
                <td className="py-2 pe-3 tabular-nums">{value}</td>
                <td className="py-2 tabular-nums">{other}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="flex flex-wrap gap-3">
        <Button onClick={props.onKeepMine}>{t("keepMine")}</Button>
        <Button variant="secondary" onClick={props.onTakeTheirs}>
          {t("takeTheirs")}
        </Button>
        <Button variant="quiet" onClick={props.onBack}>
          {t("keepEditing")}
        </Button>
      </div>
    </div>
  );
}

/** Hours and rules line by line, in words. */
function useLines(hours: HoursAnswers): { name: string; value: string }[] {
  const t = useTranslations("hours");
  const days = weekdays.map((day) => ({
    name: t(`weekdays.${day}`),
    value: hours.hours[day]?.map((window) => window.replace("-", "–")).join(", ") ?? t("none"),
  }));
  return [
    ...days,
    { name: t("duration"), value: String(hours.durationMinutes) },
    { name: t("bufferBefore"), value: String(hours.bufferBeforeMinutes) },
    { name: t("bufferAfter"), value: String(hours.bufferAfterMinutes) },
    { name: t("notice"), value: formatDuration(hours.noticeMinutes) },
    { name: t("horizon"), value: String(hours.horizonDays) },
    { name: t("cancellationNotice"), value: formatDuration(hours.cancellationNoticeMinutes) },
    { name: t("maxPerDay"), value: String(hours.maxPerDay ?? t("noLimit")) },
  ];
}

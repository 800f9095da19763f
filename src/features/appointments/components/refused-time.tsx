"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { TimeChipLink } from "@/components/ui/time-chip";
import type { Refusal } from "@/lib/refusal";
import { formatDay, formatTime } from "@/lib/time/format";

type RefusedTimeProps = {
  refusal: Refusal;
  timezone: string;
  /** The page that takes one of the times as `?at=`. */
  path: string;
  /** The page that shows them all. */
  allTimesPath: string;
  takesFocus?: boolean;
};

/** Why a time was refused, and the nearest that can be had, one tap away. */
export function RefusedTime(props: RefusedTimeProps) {
  const { refusal, timezone, path, allTimesPath } = props;
  const t = useTranslations("appointments");
  const nearest = refusal.nearest ?? [];
  const actions = (
    <>
      {nearest.length > 0 && (
        <ul aria-label={t("nearestTimes")} className="flex w-full flex-wrap gap-2">
          {nearest.map((instant) => {
            const day = formatDay(Date.parse(instant), timezone, "en", "short");
            const time = formatTime(Date.parse(instant), timezone);
            return (
              <li key={instant}>
                <TimeChipLink
                  href={`${path}?at=${encodeURIComponent(instant)}`}
                  time={time}
                  day={day}
                  instant={instant}
                />
              </li>
            );
          })}
        </ul>
      )}
      <ButtonLink href={allTimesPath} variant="secondary">
        {t("seeTimes")}
      </ButtonLink>
    </>
  );
  return <RefusalNotice refusal={refusal} actions={actions} takesFocus={props.takesFocus} />;
}

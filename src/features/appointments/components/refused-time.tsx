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
  doctorPath: string;
  /** The path of the page that takes `?at=`; the one of booking where none is given. */
  associationId?: string;
  path?: string;
};

/** Why a time was refused, and the nearest that can be had, one tap away. */
export function RefusedTime(props: RefusedTimeProps) {
  const { refusal, timezone, doctorPath } = props;
  const t = useTranslations("appointments");
  const path = props.path ?? `/book/${props.associationId}`;
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
      <ButtonLink href={doctorPath} variant="secondary">
        {t("seeTimes")}
      </ButtonLink>
    </>
  );
  return <RefusalNotice refusal={refusal} actions={actions} />;
}

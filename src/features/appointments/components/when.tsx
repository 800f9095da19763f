import { getTranslations } from "next-intl/server";
import { ViewerTime } from "@/components/time/viewer-time";
import { formatDay, formatTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";

type WhenProps = { startsAt: Instant; endsAt: Instant; timezone: string };

/** Day and time on the clinic's clock, which is named, and the viewer's own where it differs. */
export async function When({ startsAt, endsAt, timezone }: WhenProps) {
  const t = await getTranslations("appointments");
  return (
    <span className="grid gap-0.5">
      <time dateTime={startsAt.toString()} className="grid font-semibold tabular-nums">
        <span>{formatDay(startsAt, timezone)}</span>
        <span>
          {formatTime(startsAt, timezone)} – {formatTime(endsAt, timezone)}
        </span>
      </time>
      <span className="text-small font-normal text-ink-muted">
        {t("clinicTime", { zone: zoneName(timezone, startsAt) })}
        <ViewerTime
          at={startsAt.epochMilliseconds}
          zone={timezone}
          sentence={t("yourTime", { time: "{time}" })}
        />
      </span>
    </span>
  );
}

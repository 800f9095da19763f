import { getTranslations } from "next-intl/server";
import { weekdays } from "@/features/schedules/template";
import { zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { wordWindows } from "./time-off-words";

type WeekSummaryProps = { hours: Record<string, string[]>; zone: string; now: Instant };

/** Weekly hours as they are saved, in the clinic's zone. */
export async function WeekSummary({ hours, zone, now }: WeekSummaryProps) {
  const [t, names] = await Promise.all([
    getTranslations("practice"),
    getTranslations("hours.weekdays"),
  ]);
  const days = weekdays.filter((day) => hours[day]?.length);
  if (days.length === 0) return <p>{t("noHours")}</p>;
  return (
    <div className="grid gap-2">
      <dl className="grid gap-2">
        {days.map((day) => (
          <div key={day} className="grid grid-cols-[7rem_1fr] gap-x-4">
            <dt>{names(day)}</dt>
            <dd className="font-medium tabular-nums">
              {hours[day]?.map((window) => (
                <span key={window} className="block">
                  {wordWindows([window])}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-ink-muted">{t("inZone", { zone: zoneName(zone, now) })}</p>
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import { weekdays } from "@/features/schedules/template";

type WeekSummaryProps = { hours: Record<string, string[]>; zone: string };

/** Weekly hours as they are saved, in the clinic's zone. */
export async function WeekSummary({ hours, zone }: WeekSummaryProps) {
  const [t, names] = await Promise.all([
    getTranslations("practice"),
    getTranslations("hours.weekdays"),
  ]);
  const days = weekdays.filter((day) => hours[day]?.length);
  if (days.length === 0) return <p>{t("noHours")}</p>;
  return (
    <div className="grid gap-2">
      <dl className="grid gap-1">
        {days.map((day) => (
          <div key={day} className="grid grid-cols-[7rem_1fr] gap-x-4">
            <dt>{names(day)}</dt>
            <dd className="font-medium tabular-nums">
              {hours[day]?.map((window) => window.replace("-", "–")).join(", ")}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-ink-muted">
        {t("inZone", { zone: zone.replaceAll("_", " ") })}
      </p>
    </div>
  );
}

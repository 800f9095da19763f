import { getLocale, getTranslations } from "next-intl/server";
import { type WeeklyTemplate, weekdays } from "@/features/schedules/template";
import { formatWallTime } from "@/lib/time/format";
import type { ClinicHours } from "../hours";

type HoursTableProps = { hours: NonNullable<ClinicHours> /** 0 = Monday. */; today: number };

/** A week of opening hours on the clinic's own clock; today stands out by a word and by weight. */
export async function HoursTable({ hours, today }: HoursTableProps) {
  const t = await getTranslations("clinic");
  if ("text" in hours) return <p className="whitespace-pre-line">{hours.text}</p>;
  return (
    <table className="w-full max-w-md text-start">
      <caption className="sr-only">{t("hours")}</caption>
      <tbody className="divide-y divide-line">
        {weekdays.map((day, index) => (
          <tr key={day} className={index === today ? "font-semibold" : undefined}>
            <th scope="row" className="py-2 pe-6 text-start align-top font-[inherit]">
              {t(`weekdays.${day}`)}
              {index === today && (
                <span className="font-normal text-ink-muted"> ({t("today")})</span>
              )}
            </th>
            <td className="py-2 tabular-nums">
              <DayHours windows={hours.week[index] ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function DayHours({ windows }: { windows: WeeklyTemplate[number] }) {
  const t = await getTranslations("clinic");
  const locale = await getLocale();
  if (windows.length === 0) return t("closedDay");
  return windows.map(({ start, end }) => (
    <span key={start} className="block">
      {start === 0 && end === 1440
        ? t("allDay")
        : t("range", {
            start: formatWallTime(start, locale),
            end: formatWallTime(end % 1440, locale),
          })}
    </span>
  ));
}

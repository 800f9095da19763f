import { getLocale, getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { formatDate, formatWallTime } from "@/lib/time/format";
import type { PharmacyPage } from "../../queries/get-pharmacy";

type Day = NonNullable<PharmacyPage["week"]>[number];

/** A week of hours on the pharmacy's own clock; today stands out by a word and by weight. */
export async function WeekTable({ week }: { week: Day[] }) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  return (
    <table className="w-full max-w-md text-start">
      <caption className="sr-only">{t("hours")}</caption>
      <tbody className="divide-y divide-line">
        {week.map(({ date, isToday, holiday, windows }) => (
          <tr key={date} className={isToday ? "font-semibold" : undefined}>
            <th
              scope="row"
              className={cx(
                "py-2 pe-6 text-start align-top",
                isToday ? "font-semibold" : "font-normal",
              )}
            >
              {formatDate(date, locale, "short")}
              {isToday && <span className="font-normal text-ink-muted"> ({t("today")})</span>}
              {holiday && (
                <span className="block text-small font-normal text-ink-muted">{holiday}</span>
              )}
            </th>
            <td className="py-2 align-top tabular-nums">
              <DayHours windows={windows} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function DayHours({ windows }: Pick<Day, "windows">) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  if (windows.length === 0) return t("closedDay");
  return windows.map(({ start, end, mayBeLonger }) => (
    <span key={start} className="block">
      {end - start >= 1440
        ? t("allDay")
        : t("range", {
            start: formatWallTime(start, locale),
            end: formatWallTime(end % 1440, locale),
            longer: mayBeLonger ? "yes" : "no",
          })}
    </span>
  ));
}

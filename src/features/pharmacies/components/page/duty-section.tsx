import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { formatDayTime } from "@/lib/time/format";
import { fromDate, type Instant } from "@/lib/time/instant";
import type { PharmacyPage } from "../../queries/get-pharmacy";

type DutySectionProps = { pharmacy: PharmacyPage; now: Instant };

/** When it is on duty at night or on a Sunday, now or next. */
export async function DutySection({ pharmacy, now }: DutySectionProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  const { duties, timezone } = pharmacy;
  if (duties.length === 0) return null;
  const when = (text: string) => formatDayTime(fromDate(new Date(text)), timezone, locale);
  return (
    <Section title={t("duty")}>
      <ul className="grid gap-1">
        {duties.map(({ startsAt, endsAt, district }) => (
          <li key={startsAt}>
            {Date.parse(startsAt) <= now.epochMilliseconds
              ? t("dutyNow", { until: when(endsAt), district })
              : t("dutyNext", { from: when(startsAt), until: when(endsAt), district })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

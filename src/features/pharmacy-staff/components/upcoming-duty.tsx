import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import { formatDayTime } from "@/lib/time/format";
import { instantOf } from "@/lib/time/instant";

type UpcomingDutyProps = {
  /** Instants in epoch milliseconds. */
  shifts: {
    id: string;
    startMs: number;
    endMs: number;
    district: string;
    districtSlug: string;
    timezone: string;
  }[];
};

/** The next duties of a pharmacy, on the district's clock. */
export async function UpcomingDuty({ shifts }: UpcomingDutyProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacyStaff"), getLocale()]);
  if (shifts.length === 0) return <p className="text-ink-muted">{t("dutyNone")}</p>;
  return (
    <ul className="divide-y divide-line">
      {shifts.map(({ id, startMs, endMs, district, districtSlug, timezone }) => (
        <li key={id} className="grid gap-0.5 py-3">
          <p className="font-semibold">
            {formatDayTime(instantOf(startMs), timezone, locale)} –{" "}
            {formatDayTime(instantOf(endMs), timezone, locale)}
          </p>
          <p>
            <TextLink
              href={`/pharmacies/duty?district=${districtSlug}`}
              className="inline-block py-2"
            >
              {district}
            </TextLink>
          </p>
        </li>
      ))}
    </ul>
  );
}

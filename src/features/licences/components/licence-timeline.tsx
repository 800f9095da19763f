import { getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/time/format";
import { shiftDate } from "@/lib/time/wall";
import { daysLeft, noticeDays } from "../rules";

const shownDays = 365;
const askedDays = noticeDays[0];

/** The last year of a licence as a bar: what has gone, where today is, and when the renewal is due. */
export async function LicenceTimeline({ expiresOn, today }: { expiresOn: string; today: string }) {
  const t = await getTranslations("licences");
  const left = Math.min(shownDays, Math.max(0, daysLeft(expiresOn, today)));
  const asked = shiftDate(expiresOn, -askedDays);
  const gone = shownDays - left;
  return (
    <figure className="grid gap-2">
      <svg
        aria-hidden
        viewBox={`0 0 ${shownDays} 10`}
        preserveAspectRatio="none"
        className="h-4 w-full rounded-pill border border-line-strong bg-surface"
      >
        <rect
          x={shownDays - askedDays}
          width={askedDays}
          height="10"
          className="fill-caution-soft"
        />
        <rect x={shownDays - askedDays} width="1" height="10" className="fill-caution" />
        <rect width={gone} height="10" className="fill-accent" />
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-small">
        <span>{t("timelineToday", { date: formatDate(today) })}</span>
        {asked > today && (
          <span className="text-ink-muted">{t("timelineAsk", { date: formatDate(asked) })}</span>
        )}
        <span>{t("timelineEnd", { date: formatDate(expiresOn) })}</span>
      </figcaption>
    </figure>
  );
}

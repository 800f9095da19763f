import { ArrowLeft, ArrowRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TimeChipLink } from "@/components/ui/time-chip";
import { TimeChipList } from "@/components/ui/time-chip-list";
import type { NoTimes } from "@/features/schedules/offer";
import { formatDate, formatDayTime, formatTime } from "@/lib/time/format";
import { type Instant, parseInstant } from "@/lib/time/instant";
import { type PlainDate, parsePlainDate } from "@/lib/time/plain-date";
import { clinicDateOf } from "@/lib/time/zone";

export type Week = {
  associationId: string;
  timezone: string;
  today: string;
  lastDay: string;
  days: { date: string; times: string[] }[];
  none: NoTimes | null;
};

type WeekPickerProps = {
  week: Week;
  clinicName: string;
  /** The address of this page from another day on. */
  hrefFrom: (date: string) => string;
  /** Where the choice of a time leads; without it, to booking. */
  hrefAt?: (instant: string) => string;
};

/** As many as fit in two rows of a phone; the rest of a long day is one touch away. */
const timesShown = 6;

/** A week of one doctor's free times at one clinic; every way on is a link. */
export async function WeekPicker(props: WeekPickerProps) {
  const { week, clinicName, hrefFrom } = props;
  const { hrefAt = (instant) => `/book/${week.associationId}?at=${instant}` } = props;
  const first = parsePlainDate(week.days[0]?.date ?? week.today);
  const last = parsePlainDate(week.days.at(-1)?.date ?? week.today);
  if (!first || !last) return null;
  return (
    <div className="grid gap-5">
      <WeekNav week={week} first={first} last={last} hrefFrom={hrefFrom} />
      {week.none ? (
        <NoTimesThisWeek week={week} none={week.none} hrefFrom={hrefFrom} />
      ) : (
        <ol className="grid gap-5">
          {week.days
            .filter((day) => day.times.length > 0)
            .map((day) => (
              <Day
                key={day.date}
                day={day}
                timezone={week.timezone}
                clinicName={clinicName}
                hrefAt={hrefAt}
              />
            ))}
        </ol>
      )}
    </div>
  );
}

type WeekNavProps = {
  week: Week;
  first: PlainDate;
  last: PlainDate;
  hrefFrom: WeekPickerProps["hrefFrom"];
};

async function WeekNav({ week, first, last, hrefFrom }: WeekNavProps) {
  const t = await getTranslations("doctor");
  const days = week.days.length;
  const isFirst = first.toString() <= week.today;
  const before = first.subtract({ days }).toString();
  const isNearToday = before.localeCompare(week.today) < 0;
  const after = last.add({ days: 1 }).toString();
  return (
    <nav aria-label={t("weekNav")} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {!isFirst && (
        <ButtonLink
          href={hrefFrom(isNearToday ? week.today : before)}
          variant="secondary"
          prefetch={false}
          scroll={false}
        >
          <ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />
          {t("earlier")}
        </ButtonLink>
      )}
      <p className="order-first basis-full font-semibold sm:order-none sm:me-auto sm:basis-auto">
        {t("week", {
          first: formatDate(first, "en", "short"),
          last: formatDate(last, "en", "short"),
        })}
      </p>
      {after <= week.lastDay && (
        <ButtonLink href={hrefFrom(after)} variant="secondary" prefetch={false} scroll={false}>
          {t("later")}
          <ArrowRight aria-hidden className="size-5 rtl:-scale-x-100" />
        </ButtonLink>
      )}
    </nav>
  );
}

type DayProps = {
  day: Week["days"][number];
  timezone: string;
  clinicName: string;
  hrefAt: (instant: string) => string;
};

async function Day({ day, timezone, clinicName, hrefAt }: DayProps) {
  const t = await getTranslations("doctor");
  const date = parsePlainDate(day.date);
  const heading = date ? formatDate(date) : day.date;
  const context = t("chipContext", { day: heading, clinic: clinicName });
  const times = day.times.map(parseInstant).filter((time) => time !== null);
  const chips = (some: Instant[]) => (
    <TimeChipList label={heading}>
      {some.map((time) => (
        <TimeChipLink
          key={time.epochMilliseconds}
          href={hrefAt(time.toString())}
          prefetch={false}
          instant={time.toString()}
          time={formatTime(time, timezone)}
          context={context}
        />
      ))}
    </TimeChipList>
  );
  // One more is no reason to hide it.
  const fold = times.length > timesShown + 1 ? timesShown : times.length;
  return (
    <li className="grid gap-2">
      <h3 className="font-semibold">{heading}</h3>
      {chips(times.slice(0, fold))}
      {fold < times.length && (
        <details className="group grid gap-2">
          <summary className="inline-flex min-h-touch list-none items-center rounded-control text-accent underline underline-offset-[0.2em] group-open:hidden">
            {t("moreTimes", { count: times.length - fold })}
          </summary>
          {chips(times.slice(fold))}
        </details>
      )}
    </li>
  );
}

type NoTimesThisWeekProps = { week: Week; none: NoTimes; hrefFrom: WeekPickerProps["hrefFrom"] };

async function NoTimesThisWeek({ week, none, hrefFrom }: NoTimesThisWeekProps) {
  const t = await getTranslations("doctor");
  const offers = await getTranslations("offers");
  const next = none.nextFree ? parseInstant(none.nextFree) : null;
  const day = next && clinicDateOf(next, week.timezone);
  return (
    <Notice
      title={offers(none.reason)}
      actions={
        day && (
          <ButtonLink href={hrefFrom(day.toString())} prefetch={false} scroll={false}>
            {t("showFrom", { day: formatDate(day, "en", "short") })}
          </ButtonLink>
        )
      }
    >
      {next && offers("nextFree", { when: formatDayTime(next, week.timezone) })}
    </Notice>
  );
}

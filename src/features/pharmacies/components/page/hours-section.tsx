import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { ZoneNote } from "@/components/time/zone-note";
import { Notice } from "@/components/ui/notice";
import { MS_PER_DAY } from "@/lib/time/civil";
import { formatDay, zoneName } from "@/lib/time/format";
import { fromDate, type Instant } from "@/lib/time/instant";
import type { PharmacyPage } from "../../queries/get-pharmacy";
import { WeekTable } from "./week-table";

/** After so many days nobody should rely on hours without a call. */
const OLD_AFTER_DAYS = 180;

type HoursSectionProps = {
  pharmacy: PharmacyPage;
  now: Instant;
  /** The way to say that they are wrong. */
  children: ReactNode;
};

/** This week's hours, how far they can be trusted, and what was said against them. */
export async function HoursSection({ pharmacy, now, children }: HoursSectionProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  const { week, hours, hoursAsWritten, timezone, reportedAt } = pharmacy;
  const notes = [hours?.note, ...(hours?.rules ?? []).map(({ note }) => note)].filter(Boolean);
  return (
    <Section title={t(week ? "hours" : "hoursOther")}>
      {week ? (
        <>
          <WeekTable week={week} />
          <p className="text-small text-ink-muted has-[>.hidden]:hidden">
            <ZoneNote zone={timezone} at={now.epochMilliseconds} isOwnLine>
              {t("zone", { zone: zoneName(timezone, now, locale) })}
            </ZoneNote>
          </p>
        </>
      ) : (
        <p>{t(hoursAsWritten ? "asWritten" : "callFirst")}</p>
      )}
      {!week && hoursAsWritten && (
        <p className="rounded-control bg-surface-sunken px-4 py-3 whitespace-pre-line wrap-anywhere">
          {hoursAsWritten}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="wrap-anywhere">
          {note}
        </p>
      ))}
      {(week || hoursAsWritten) && <Trust pharmacy={pharmacy} now={now} />}
      {reportedAt && (
        <Notice tone="caution">
          {t("reported", { day: formatDay(fromDate(new Date(reportedAt)), timezone, locale) })}
        </Notice>
      )}
      {children}
    </Section>
  );
}

async function Trust({ pharmacy, now }: Omit<HoursSectionProps, "children">) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  const { confirmed, timezone } = pharmacy;
  const at = confirmed && fromDate(new Date(confirmed.at));
  const isOld = !at || now.epochMilliseconds - at.epochMilliseconds > OLD_AFTER_DAYS * MS_PER_DAY;
  return (
    <p className="max-w-prose text-small text-ink-muted">
      {confirmed && at
        ? t(`confirmed_${confirmed.as}`, {
            day: formatDay(at, timezone, locale),
            source: pharmacy.source ?? "another register",
          })
        : t("neverConfirmed")}
      {isOld && ` ${t("mayHaveChanged")}`}
    </p>
  );
}

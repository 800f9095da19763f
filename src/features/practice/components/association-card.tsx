import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { weekdays } from "@/features/schedules/template";
import { formatDate, formatDayTime } from "@/lib/time/format";
import type { OwnAssociation } from "../association-store";
import { AssociationStatus } from "./association-status";

type AssociationCardProps = { association: Omit<OwnAssociation, "id"> & { id: string } };

/** One of the doctor's clinics: how it stands, on which days, and what is ahead there. */
export async function AssociationCard({ association }: AssociationCardProps) {
  const [t, locale] = await Promise.all([getTranslations("practice"), getLocale()]);
  const { id, clinic, status, endDate, nextStartsAt, upcoming } = association;
  const path = `/practice/clinics/${id}`;
  const next =
    nextStartsAt && formatDayTime(Date.parse(nextStartsAt), clinic.timezone, locale, "short");
  return (
    <Card as="li" className="grid gap-4">
      <div className="grid gap-2">
        <h3 className="text-h3">
          <TextLink href={path} className="inline-block py-1 wrap-anywhere">
            {clinic.name}
          </TextLink>
        </h3>
        <p className="text-small text-ink-muted">
          {[clinic.address, clinic.city].filter(Boolean).join(", ")}
        </p>
        <AssociationStatus association={association} />
      </div>
      <div className="grid gap-1">
        {status !== "ended" && <DaysWithHours hours={association.hours} />}
        {endDate && (
          <p>
            {t(status === "ended" ? "endedOn" : "endsOn", { date: formatDate(endDate, locale) })}
          </p>
        )}
        <p>
          {t("upcoming", { count: upcoming })}
          {next && <span className="text-ink-muted"> · {t("nextAt", { when: next })}</span>}
        </p>
      </div>
      {status !== "ended" && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`${path}/hours`} variant="secondary">
            {t("editHours")}
            <span className="sr-only">: {clinic.name}</span>
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

async function DaysWithHours({ hours }: { hours: Record<string, string[]> }) {
  const [t, names, locale] = await Promise.all([
    getTranslations("practice"),
    getTranslations("hours.weekdaysShort"),
    getLocale(),
  ]);
  const days = weekdays.filter((day) => hours[day]?.length).map((day) => names(day));
  if (days.length === 0) return <p>{t("noHours")}</p>;
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(days);
  return <p>{t("hoursOn", { days: list })}</p>;
}

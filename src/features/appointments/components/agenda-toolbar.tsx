"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { Label } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { formatDate } from "@/lib/time/format";
import { parseWall, shiftDate } from "@/lib/time/wall";
import { agendaHref, shownDays } from "./agenda-place";
import { type AgendaPlace, type AgendaView, type Association, agendaViews } from "./agenda-types";

type ToolbarProps = {
  place: AgendaPlace;
  /** The view that is shown, chosen or by the screen's width. */
  view: AgendaView;
  today: string;
  associations: Association[];
};

/** Where one is in the agenda, and every way on: all of it in the address. */
export function AgendaToolbar({ place, view, today, associations }: ToolbarProps) {
  const t = useTranslations("agenda");
  const { first, days } = shownDays(view, place.date);
  const last = shiftDate(first, days - 1);
  const to = (date: string) => agendaHref({ ...place, date });
  return (
    <div className="grid gap-3 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink href={to(today)} variant="secondary" scroll={false}>
          {t("today")}
        </ButtonLink>
        <Step href={to(shiftDate(place.date, -days))} label={t("earlier")} icon={ChevronLeft} />
        <Step href={to(shiftDate(place.date, days))} label={t("later")} icon={ChevronRight} />
        <h2 className="text-h3 tabular-nums">
          {days === 1
            ? formatDate(first)
            : t("shown", {
                first: formatDate(first, "en", "short"),
                last: formatDate(last, "en", "short"),
              })}
        </h2>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Views place={place} view={view} />
        <div className="grid w-full grid-cols-2 gap-3 sm:flex sm:w-auto sm:gap-4">
          <GoTo place={place} />
          {associations.length > 1 && <ClinicChoice place={place} associations={associations} />}
        </div>
      </div>
    </div>
  );
}

type StepProps = { href: string; label: string; icon: typeof ChevronLeft };

function Step({ href, label, icon: Icon }: StepProps) {
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      scroll={false}
      className="inline-grid size-touch place-items-center rounded-control border border-line-strong bg-surface text-ink hover:border-accent hover:text-accent"
    >
      <Icon aria-hidden className="size-5.5 rtl:-scale-x-100" />
    </Link>
  );
}

function Views({ place, view }: { place: AgendaPlace; view: AgendaView }) {
  const t = useTranslations("agenda");
  return (
    <nav aria-label={t("views")}>
      <ul className="flex rounded-control border border-line-strong bg-surface p-0.5">
        {agendaViews.map((name) => (
          <li key={name}>
            <Link
              href={agendaHref({ ...place, view: name })}
              aria-current={name === view ? "true" : undefined}
              scroll={false}
              className={cx(
                "inline-flex min-h-touch items-center rounded-[0.5rem] px-4 font-semibold no-underline",
                name === view ? "bg-accent text-accent-ink" : "text-ink hover:text-accent",
              )}
            >
              {t(`view_${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GoTo({ place }: { place: AgendaPlace }) {
  const t = useTranslations("agenda");
  const router = useRouter();
  const id = useId();
  return (
    <div className="grid gap-1">
      <Label htmlFor={id}>{t("goTo")}</Label>
      <Input
        key={place.date}
        id={id}
        type="date"
        defaultValue={place.date}
        className="w-full sm:w-44"
        // While a year is being typed, the date is one of long ago; Enter or leaving says it is meant.
        onBlur={(event) => go(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && go(event.currentTarget.value)}
      />
    </div>
  );

  function go(date: string) {
    if (date === place.date || parseWall(`${date}T00:00`) === null) return;
    router.push(agendaHref({ ...place, date }), { scroll: false });
  }
}

type ClinicChoiceProps = { place: AgendaPlace; associations: Association[] };

function ClinicChoice({ place, associations }: ClinicChoiceProps) {
  const t = useTranslations("agenda");
  const router = useRouter();
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <Label htmlFor={id}>{t("clinic")}</Label>
      <Select
        id={id}
        value={place.clinic ?? ""}
        placeholder={t("allClinics")}
        options={associations.map(({ id: value, clinicName }) => ({ value, label: clinicName }))}
        onChange={({ target }) =>
          router.push(agendaHref({ ...place, clinic: target.value || null }), { scroll: false })
        }
      />
    </div>
  );
}

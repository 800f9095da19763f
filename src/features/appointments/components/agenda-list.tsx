"use client";

import { CalendarClock, CalendarX, CircleSlash, Clock, DoorOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { formatDate, formatTime } from "@/lib/time/format";
import { shiftDate, wallDateOf } from "@/lib/time/wall";
import type { ShownAgenda } from "./agenda-place";
import type { AgendaVisit, Blocked } from "./agenda-types";
import { StatusBadge } from "./status-badge";

type ListProps = {
  agenda: ShownAgenda;
  first: string;
  days: number;
  today: string;
  /** Those that have just come or changed. */
  fresh: ReadonlySet<string>;
  onUnblock: (blocked: Blocked) => void;
};

/** The agenda day by day, for a phone and for those who listen. */
export function AgendaList({ agenda, first, days, today, fresh, onUnblock }: ListProps) {
  const dates = Array.from({ length: days }, (_, index) => shiftDate(first, index));
  return (
    <ol className="grid gap-6">
      {dates.map((date) => (
        <Day key={date} {...{ agenda, date, today, fresh, onUnblock }} />
      ))}
    </ol>
  );
}

type DayProps = Omit<ListProps, "first" | "days"> & { date: string };

function Day({ agenda, date, today, fresh, onUnblock }: DayProps) {
  const t = useTranslations("agenda");
  const { zone } = agenda;
  const isOn = ({ startsAt }: { startsAt: string }) =>
    wallDateOf(Date.parse(startsAt), zone) === date;
  const timeOff = agenda.timeOff.filter((off) => off.firstDate <= date && date <= off.lastDate);
  const open = agenda.open.filter(isOn);
  const entries = [
    ...agenda.appointments.filter(isOn).map((visit) => ({ ...visit, visit })),
    ...agenda.blocked.filter(isOn).map((blocked) => ({ ...blocked, blocked })),
  ].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const hours = open
    .map((window) => `${timeIn(window.startsAt, zone)} – ${timeIn(window.endsAt, zone)}`)
    .join(", ");
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-h3">{dayName(date)}</h3>
        <p className="text-small text-ink-muted">
          {hours ? t("openHours", { hours }) : t("closedDay")}
        </p>
      </div>
      {timeOff.map((off) => (
        <p key={`${off.clinicName} ${off.firstDate}`} className="flex items-center gap-2">
          <CalendarX aria-hidden className="size-5 shrink-0 text-caution" />
          <TimeOffWords {...off} />
        </p>
      ))}
      {entries.length === 0 && <p className="text-ink-muted">{t("freeDay")}</p>}
      <ul className="grid gap-2">
        {entries.map((entry) =>
          "visit" in entry ? (
            <VisitEntry
              key={entry.id}
              visit={entry.visit}
              zone={zone}
              isFresh={fresh.has(entry.id)}
            />
          ) : (
            <BlockedEntry
              key={entry.id}
              blocked={entry.blocked}
              zone={zone}
              onUnblock={onUnblock}
            />
          ),
        )}
      </ul>
    </li>
  );

  function dayName(day: string) {
    if (day === today) return t("todayDay", { day: formatDate(day) });
    if (day === shiftDate(today, 1)) return t("tomorrowDay", { day: formatDate(day) });
    return formatDate(day);
  }
}

/** "Time off at Lakeview: Conference" */
export function TimeOffWords(off: { note: string | null; clinicName: string | null }) {
  const t = useTranslations("agenda");
  const what = off.clinicName ? t("timeOffAt", { clinic: off.clinicName }) : t("timeOff");
  return <span>{off.note ? t("timeOffNote", { what, note: off.note }) : what}</span>;
}

type VisitEntryProps = { visit: AgendaVisit; zone: string; isFresh: boolean };

function VisitEntry({ visit, zone, isFresh }: VisitEntryProps) {
  const t = useTranslations("agenda");
  return (
    <li
      className={cx(
        "relative grid grid-cols-[6.5rem_1fr] items-start gap-x-3 gap-y-1 rounded-control border bg-surface px-4 py-3 hover:border-accent",
        isFresh ? "border-accent bg-accent-soft" : "border-line",
      )}
    >
      <p className="grid font-semibold tabular-nums">
        <span>{timeIn(visit.startsAt, zone)}</span>
        <span className="text-small font-normal text-ink-muted">{timeIn(visit.endsAt, zone)}</span>
      </p>
      <div className="grid min-w-0 gap-1">
        <Link
          href={`/agenda/${visit.id}`}
          prefetch={false}
          className="font-semibold wrap-anywhere no-underline after:absolute after:inset-0"
        >
          {visit.patientName ?? t("patientGone")}
        </Link>
        <p className="text-small text-ink-muted">{visit.clinicName}</p>
        <p className="flex flex-wrap gap-1.5">
          <StatusBadge status={visit.status} />
          <VisitMarks visit={visit} />
        </p>
      </div>
    </li>
  );
}

/** What else there is to know of an appointment at a glance, in words. */
export function VisitMarks({ visit }: { visit: AgendaVisit }) {
  const t = useTranslations("agenda");
  const isWaiting = ["scheduled", "confirmed", "arrived"].includes(visit.status);
  return (
    <>
      {visit.origin === "walk_in" && <Badge icon={DoorOpen}>{t("walkIn")}</Badge>}
      {visit.delayMinutes > 0 && isWaiting && (
        <Badge tone="caution" icon={Clock}>
          {t("delayed", { minutes: String(visit.delayMinutes) })}
        </Badge>
      )}
      {visit.hasOpenProposal && (
        <Badge tone="caution" icon={CalendarClock}>
          {t("proposalOpen")}
        </Badge>
      )}
    </>
  );
}

type BlockedEntryProps = {
  blocked: Blocked;
  zone: string;
  onUnblock: (blocked: Blocked) => void;
};

function BlockedEntry({ blocked, zone, onUnblock }: BlockedEntryProps) {
  const t = useTranslations("agenda");
  const { startsAt, endsAt, note } = blocked;
  return (
    <li className="grid grid-cols-[6.5rem_1fr] items-center gap-x-3 sm:grid-cols-[6.5rem_1fr_auto] rounded-control border border-dashed border-line-strong bg-surface-sunken px-4 py-2">
      <p className="grid tabular-nums">
        <span>{timeIn(startsAt, zone)}</span>
        <span className="text-small text-ink-muted">{timeIn(endsAt, zone)}</span>
      </p>
      <p className="flex min-w-0 items-center gap-2 wrap-anywhere">
        <CircleSlash aria-hidden className="size-5 shrink-0 text-ink-muted" />
        {note ? t("blockedNote", { note }) : t("blocked")}
      </p>
      <Button
        variant="quiet"
        onClick={() => onUnblock(blocked)}
        className="col-start-2 justify-self-start sm:col-auto"
      >
        {t("unblock")}
      </Button>
    </li>
  );
}

function timeIn(instant: string, zone: string): string {
  return formatTime(Date.parse(instant), zone);
}

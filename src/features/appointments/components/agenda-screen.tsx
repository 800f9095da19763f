"use client";

import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDayTime, zoneName } from "@/lib/time/format";
import { wallDateOf } from "@/lib/time/wall";
import { useProductNow } from "./agenda-clock";
import { useAgendaData } from "./agenda-data";
import { AgendaList } from "./agenda-list";
import { LiveStatus } from "./agenda-live";
import { MoveDialog } from "./agenda-move-dialog";
import { atClinic, shownDays } from "./agenda-place";
import { AgendaToolbar } from "./agenda-toolbar";
import type { AgendaPlace, AgendaRange, AgendaVisit, Blocked } from "./agenda-types";
import { UnblockDialog } from "./agenda-unblock";
import { RunningLateDialog } from "./running-late-dialog";
import { WalkInDialog } from "./walk-in-dialog";

const AgendaGrid = dynamic(() => import("./agenda-grid").then((module) => module.AgendaGrid), {
  ssr: false,
  loading: () => <Skeleton className="h-[36rem]" />,
});

type AgendaScreenProps = {
  range: AgendaRange;
  place: AgendaPlace;
  /** The product's now, in epoch milliseconds. */
  nowMs: number;
  /** Without a licence today nothing new is begun from here. */
  isLicensed: boolean;
  /** What else can be done from here. */
  children?: ReactNode;
};

type Asked = { move: { visit: AgendaVisit; toMs: number } } | { unblock: Blocked };

/** A doctor's days: list, day or week, as they are at this moment. */
export function AgendaScreen(props: AgendaScreenProps) {
  const { range, place, nowMs, isLicensed, children } = props;
  const t = useTranslations("agenda");
  const now = useProductNow(nowMs);
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const isWide = useIsWide();
  const { data, fresh, news, state, reload } = useAgendaData(range, place);
  const agenda = atClinic(data, place.clinic);
  const { zone, associations } = agenda;
  const today = wallDateOf(now, zone);
  const view = place.view ?? (isWide ? "week" : "list");
  const shared = { agenda, fresh, onUnblock: (unblock: Blocked) => setAsked({ unblock }) };

  function done(sentence: string) {
    setAsked(null);
    setSaid(sentence);
    reload();
  }

  if (associations.length === 0 && agenda.appointments.length === 0)
    return (
      <EmptyState
        icon={CalendarDays}
        title={t("noClinics")}
        actions={<ButtonLink href="/practice">{t("toPractice")}</ButtonLink>}
      >
        {t("noClinicsHint")}
      </EmptyState>
    );
  return (
    <div className="grid gap-5">
      <div>
        <div className="flex flex-wrap gap-3 print:hidden">
          {isLicensed && (
            <>
              <WalkInDialog
                associations={associations}
                clinic={place.clinic}
                nowMs={now}
                onDone={reload}
              />
              <RunningLateDialog
                associations={associations}
                clinic={place.clinic}
                waiting={waitingToday(data.appointments, now)}
                onDone={done}
              />
            </>
          )}
          {children}
        </div>
        <div role="status">
          {said && (
            <Notice tone="positive" className="mt-4">
              {said}
            </Notice>
          )}
        </div>
        <div role="status">
          {news.length > 0 && (
            <Notice className="mt-4">
              {news.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Notice>
          )}
        </div>
        <LiveStatus state={state} />
      </div>
      <AgendaToolbar {...{ place, view, today, associations }} />
      <p className="text-small text-ink-muted">{t("zone", { zone: zoneName(zone, now) })}</p>
      {view === "list" ? (
        <AgendaList {...shared} {...shownDays("list", place.date)} today={today} />
      ) : (
        <AgendaGrid
          {...shared}
          view={view}
          date={place.date}
          nowMs={now}
          onMove={(visit, toMs) =>
            isLicensed ? setAsked({ move: { visit, toMs } }) : setSaid(t("noMoveNow"))
          }
        />
      )}
      {asked && "move" in asked && (
        <MoveDialog
          {...asked.move}
          zone={zone}
          mayPropose={Date.parse(asked.move.visit.startsAt) > now}
          onClose={() => setAsked(null)}
          onDone={(how, ms) => done(t(how, { when: formatDayTime(ms, zone) }))}
        />
      )}
      {asked && "unblock" in asked && (
        <UnblockDialog
          blocked={asked.unblock}
          zone={zone}
          onClose={() => setAsked(null)}
          onDone={() => done(t("unblocked"))}
        />
      )}
    </div>
  );
}

/** Whose turn has not come: of the day of now, each on its clinic's calendar. */
function waitingToday(visits: AgendaVisit[], now: number): AgendaVisit[] {
  return visits.filter(
    ({ status, startsAt, endsAt, timezone, delayMinutes }) =>
      ["scheduled", "confirmed", "arrived"].includes(status) &&
      wallDateOf(Date.parse(startsAt), timezone) === wallDateOf(now, timezone) &&
      Date.parse(endsAt) + delayMinutes * 60_000 > now,
  );
}

const wide = "(min-width: 64rem)";

/** Whether the week fits; where that is not known yet, the list is the answer that always fits. */
function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(wide).matches,
    () => false,
  );
}

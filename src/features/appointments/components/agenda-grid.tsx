"use client";

import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./agenda-grid.css";
import FullCalendar, { type EventDropInfo } from "@fullcalendar/react";
import interaction from "@fullcalendar/react/interaction";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { msAtWall, wallMsOf, wallText } from "@/lib/time/wall";
import { gridEvents, hoursShown, type Piece } from "./agenda-events";
import { AgendaPiece } from "./agenda-piece";
import type { ShownAgenda } from "./agenda-place";
import type { AgendaVisit, Blocked } from "./agenda-types";

export type AgendaGridProps = {
  agenda: ShownAgenda;
  view: "day" | "week";
  date: string;
  /** The product's now, in epoch milliseconds. */
  nowMs: number;
  fresh: ReadonlySet<string>;
  onMove: (visit: AgendaVisit, toMs: number) => void;
  onUnblock: (blocked: Blocked) => void;
};

const plugins = [timeGrid, interaction, classicTheme];

/** A day or a week as a grid of wall times. What is dragged springs back until the move is saved. */
export function AgendaGrid(props: AgendaGridProps) {
  const { agenda, view, date, nowMs, fresh, onMove, onUnblock } = props;
  const t = useTranslations("agenda");
  const router = useRouter();
  const events = useMemo(() => gridEvents(agenda), [agenda]);
  const now = useRef("");
  now.current = wallText(wallMsOf(nowMs, agenda.zone));

  function onDrop({ event, revert }: EventDropInfo) {
    revert();
    const piece = event.extendedProps as Piece;
    if (piece.kind !== "visit" || !event.start) return;
    onMove(piece.visit, msAtWall(event.start.getTime(), agenda.zone));
  }

  return (
    <section className="agenda-grid" aria-label={t(`view_${view}`)}>
      <FullCalendar
        // Another day or view is another calendar: nothing of the old one is worth keeping.
        key={`${view} ${date} ${agenda.zone}`}
        plugins={plugins}
        initialView={view === "day" ? "timeGridDay" : "timeGridWeek"}
        initialDate={date}
        timeZone="UTC"
        now={() => now.current}
        nowIndicator
        firstDay={1}
        headerToolbar={false}
        allDaySlot={agenda.timeOff.length > 0}
        allDayText={t("timeOff")}
        {...hoursShown(agenda)}
        scrollTime={now.current.slice(11)}
        height="auto"
        slotDuration="00:15:00"
        slotMinHeight={26}
        dayHeaderClass={({ isToday }) => (isToday ? "agenda-today" : "")}
        slotHeaderInterval="01:00"
        eventDurationEditable={false}
        dragRevertDuration={0}
        events={events}
        eventOrder="start"
        slotEventOverlap={false}
        eventDrop={onDrop}
        eventClick={({ event, jsEvent }) => {
          const piece = event.extendedProps as Piece;
          if (piece.kind === "blocked") onUnblock(piece.blocked);
          if (piece.kind !== "visit" || jsEvent.metaKey || jsEvent.ctrlKey) return;
          jsEvent.preventDefault();
          router.push(`/agenda/${event.id}`);
        }}
        eventClass={({ event }) => classOf(event.extendedProps as Piece, fresh)}
        backgroundEventClass="agenda-open"
        eventContent={({ event, isMirror }) => (
          <AgendaPiece
            piece={event.extendedProps as Piece}
            startWallMs={isMirror ? (event.start?.getTime() ?? null) : null}
            zone={agenda.zone}
          />
        )}
      />
    </section>
  );
}

function classOf(piece: Piece, fresh: ReadonlySet<string>): string {
  if (piece.kind !== "visit") return `agenda-${piece.kind}`;
  const { status, id } = piece.visit;
  return `agenda-visit is-${status}${fresh.has(id) ? " is-fresh" : ""}`;
}

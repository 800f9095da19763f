"use client";

import { CalendarClock, CircleSlash, Clock, DoorOpen, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { MS_PER_DAY, MS_PER_MINUTE } from "@/lib/time/civil";
import { formatTime, formatWallTime } from "@/lib/time/format";
import type { Piece } from "./agenda-events";
import { TimeOffWords } from "./agenda-list";
import type { AgendaVisit } from "./agenda-types";
import { statusIcons } from "./status-badge";

type AgendaPieceProps = {
  piece: Piece;
  zone: string;
  /** Where it is being dragged to, in wall milliseconds; null where it rests. */
  startWallMs: number | null;
};

/** What stands in one box of the grid. */
export function AgendaPiece({ piece, zone, startWallMs }: AgendaPieceProps) {
  const t = useTranslations("agenda");
  if (piece.kind === "open") return null;
  if (piece.kind === "off")
    return (
      <span className="inline-block bg-surface-sunken px-1 text-caption font-semibold">
        <TimeOffWords {...piece} />
      </span>
    );
  if (piece.kind === "blocked")
    return (
      <span className="flex items-start gap-1 bg-surface-sunken px-1 text-caption leading-tight">
        <CircleSlash aria-hidden className="size-4 shrink-0" />
        {piece.blocked.note ? t("blockedNote", { note: piece.blocked.note }) : t("blocked")}
      </span>
    );
  const time =
    startWallMs === null
      ? formatTime(Date.parse(piece.visit.startsAt), zone)
      : formatWallTime((startWallMs % MS_PER_DAY) / MS_PER_MINUTE);
  return <VisitBox visit={piece.visit} time={time} />;
}

/** Shorter than this, a box has room for one line. */
const oneLineMinutes = 25;

function VisitBox({ visit, time }: { visit: AgendaVisit; time: string }) {
  const t = useTranslations("agenda");
  const words = useTranslations("appointments");
  const { status, delayMinutes, startsAt, endsAt } = visit;
  const isShort = Date.parse(endsAt) - Date.parse(startsAt) < oneLineMinutes * MS_PER_MINUTE;
  const name = visit.patientName ?? t("patientGone");
  return (
    <span className="block overflow-hidden px-1 py-0.5 text-caption leading-tight" title={name}>
      <span className="flex items-center gap-1">
        <Sign icon={statusIcons[status]} label={words(`status_${status}`)} />
        <span className="shrink-0 tabular-nums">{time}</span>
        {visit.origin === "walk_in" && <Sign icon={DoorOpen} label={t("walkIn")} />}
        {delayMinutes > 0 && (
          <Sign icon={Clock} label={t("delayed", { minutes: String(delayMinutes) })} />
        )}
        {visit.hasOpenProposal && <Sign icon={CalendarClock} label={t("proposalOpen")} />}
        {isShort ? (
          <span className="min-w-0 truncate font-semibold">{name}</span>
        ) : (
          <span aria-hidden className="min-w-0 truncate">
            {words(`status_${status}`)}
          </span>
        )}
      </span>
      {!isShort && <span className="block truncate font-semibold">{name}</span>}
    </span>
  );
}

function Sign({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <span title={label} className="shrink-0">
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{label}</span>
    </span>
  );
}

"use client";

import { shiftDate, wallDateOf } from "@/lib/time/wall";
import { trpc } from "@/trpc/client";
import { useAgendaChanges } from "./agenda-live";
import type { PanelVisit } from "./visit-panel-types";

/**
 * An appointment as it is now. Each look at it is on record, so it is asked for again only once the
 * agenda, which tells nothing of anybody's health, says that it has changed.
 */
export function useVisit(initial: PanelVisit) {
  const utils = trpc.useUtils();
  const input = { appointmentId: initial.id };
  const { data: visit } = trpc.agenda.visit.useQuery(input, {
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  });

  /** Looks again, and answers what is there now. */
  const reload = () => utils.agenda.visit.fetch(input, { staleTime: 0 });

  /** The appointment as what was done here last has left it, also before it is on the screen. */
  const latest = () => utils.agenda.visit.getData(input) ?? initial;

  /** Notes what was just saved here, without another look. */
  const noteWords = (words: { notes: string; prescription: string }, revision: number) =>
    utils.agenda.visit.setData(
      input,
      (old) => old && (old.revision < revision ? { ...old, ...words, revision } : old),
    );

  const state = useAgendaChanges(async () => {
    const known = latest();
    const date = wallDateOf(Date.parse(known.startsAt), known.timezone);
    const around = { from: shiftDate(date, -1), days: 3 };
    const { appointments } = await utils.agenda.range.fetch(around, { staleTime: 0 });
    const now = appointments.find(({ id }) => id === known.id);
    const isGone = !now && known.status !== "cancelled";
    const isOther =
      now && (now.revision !== known.revision || now.hasOpenProposal !== known.hasOpenProposal);
    // What was saved here meanwhile is no news.
    const isStill = latest().revision === known.revision;
    if ((isGone || isOther) && isStill) await reload();
  });
  return { visit, state, reload, latest, noteWords };
}

"use client";

import { useEffect, useRef, useState } from "react";
import { refusalOf } from "@/components/form/refusal-of";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import type { PanelVisit } from "./visit-panel-types";

export type Words = { notes: string; prescription: string };

/** A pause in typing after which what was written is saved by itself. */
const pauseMs = 2_000;

const wordsOf = ({ notes, prescription }: PanelVisit): Words => ({
  notes: notes ?? "",
  prescription: prescription ?? "",
});
const isSame = (a: Words, b: Words) =>
  a.notes.trim() === b.notes.trim() && a.prescription.trim() === b.prescription.trim();

/** Words that could not be saved as their page was left, by appointment; gone with the tab. */
const kept = new Map<string, { mine: Words; base: Words }>();

type Ways = {
  reload: () => Promise<PanelVisit>;
  latest: () => PanelVisit;
  noteWords: (words: Words, revision: number) => void;
};

/**
 * What is being written, saved by itself after a pause. Nothing that someone else wrote is
 * overwritten, and nothing that was typed here is lost: where both did, `theirs` says what stands.
 */
export function useWords(visit: PanelVisit, { reload, latest, noteWords }: Ways) {
  const [{ mine: first, base: firstBase }] = useState(
    () => kept.get(visit.id) ?? { mine: wordsOf(visit), base: wordsOf(visit) },
  );
  const [mine, setMine] = useState(first);
  const [base, setBase] = useState(firstBase);
  const [theirs, setTheirs] = useState<Words | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const write = trpc.agenda.write.useMutation();
  const written = useRef({ mine, base });
  written.current = { mine, base };
  const sending = useRef<Promise<boolean> | null>(null);
  const isDirty = !isSame(mine, base);

  function settle(words: Words) {
    kept.delete(visit.id);
    written.current.base = words;
    setBase(words);
    setTheirs(null);
    setRefusal(null);
  }

  async function send(seen: PanelVisit, isMineToStand: boolean, tries = 2): Promise<boolean> {
    const { mine: words, base: known } = written.current;
    if (isSame(words, known)) return true;
    const found = wordsOf(seen);
    const isThere = isSame(found, words);
    if (!isMineToStand && !isThere && !isSame(found, known)) {
      setTheirs(found);
      return false;
    }
    try {
      const { id: appointmentId, revision: expectedRevision } = seen;
      if (!isThere) {
        await write.mutateAsync({ appointmentId, expectedRevision, ...words });
        noteWords(words, expectedRevision + 1);
      }
      settle(words);
      return true;
    } catch (error) {
      const answer = refusalOf(error);
      // Often it was a step, not words, and ours can stand beside it.
      if (answer.code === "APPOINTMENT_CHANGED" && tries > 1)
        return send(await reload(), isMineToStand, tries - 1);
      setRefusal(answer);
      return false;
    }
  }

  /** Saves what is not saved; answers whether everything is. One at a time. */
  async function save(isMineToStand = false): Promise<boolean> {
    await sending.current;
    sending.current = send(latest(), isMineToStand);
    return sending.current;
  }

  useArrivals(visit, written, { setMine, settle, setTheirs });
  useAutosave(mine, isDirty && !theirs && !refusal, save);
  useKeeping(isDirty, () => kept.set(visit.id, written.current));

  return {
    mine,
    theirs,
    refusal,
    isDirty,
    isSaving: write.isPending,
    save,
    type: (words: Partial<Words>) => {
      setRefusal(null);
      setMine((old) => ({ ...old, ...words }));
    },
    takeTheirs: () => {
      if (!theirs) return;
      setMine(theirs);
      settle(theirs);
    },
  };
}

type Written = { current: { mine: Words; base: Words } };
type Setters = {
  setMine: (words: Words) => void;
  settle: (words: Words) => void;
  setTheirs: (words: Words) => void;
};

/** What someone else wrote comes in where nothing is written here; else it is put beside it. */
function useArrivals(visit: PanelVisit, written: Written, setters: Setters) {
  const ways = useRef(setters);
  ways.current = setters;
  const { notes, prescription } = wordsOf(visit);
  useEffect(() => {
    const found = { notes, prescription };
    const { mine, base } = written.current;
    if (isSame(found, base)) return;
    if (isSame(mine, base)) ways.current.setMine(found);
    if (isSame(mine, base) || isSame(mine, found)) ways.current.settle(found);
    else ways.current.setTheirs(found);
  }, [notes, prescription, written]);
}

function useAutosave(mine: Words, isDue: boolean, save: () => Promise<boolean>) {
  const way = useRef({ isDue, save });
  way.current = { isDue, save };
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the pause anew
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => void way.current.save(), pauseMs);
    return () => clearTimeout(timer);
  }, [mine, isDue]);
  useEffect(() => () => void (way.current.isDue && way.current.save()), []);
}

/** What is not saved stays: the browser asks before the tab is closed, another page gives it back. */
function useKeeping(isDirty: boolean, keep: () => void) {
  const way = useRef({ isDirty, keep });
  way.current = { isDirty, keep };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => way.current.isDirty && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      if (way.current.isDirty) way.current.keep();
    };
  }, []);
}

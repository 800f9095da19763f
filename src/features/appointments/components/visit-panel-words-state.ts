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

type Ways = { reload: () => Promise<PanelVisit>; noteWords: (words: Words) => void };

/**
 * What is being written, saved by itself after a pause. Nothing that someone else wrote is
 * overwritten, and nothing that was typed here is lost: where both did, `theirs` says what stands.
 */
export function useWords(visit: PanelVisit, { reload, noteWords }: Ways) {
  const [mine, setMine] = useState(() => wordsOf(visit));
  const [base, setBase] = useState(mine);
  const [theirs, setTheirs] = useState<Words | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const write = trpc.agenda.write.useMutation();
  const latest = useRef({ mine, base, visit });
  latest.current = { mine, base, visit };
  const sending = useRef<Promise<boolean> | null>(null);
  const isDirty = !isSame(mine, base);

  function settle(words: Words) {
    latest.current.base = words;
    setBase(words);
    setTheirs(null);
    setRefusal(null);
  }

  async function send(seen: PanelVisit, isMineToStand: boolean, tries = 2): Promise<boolean> {
    const { mine: words, base: known } = latest.current;
    if (isSame(words, known)) return true;
    const found = wordsOf(seen);
    if (!isMineToStand && !isSame(found, known) && !isSame(found, words)) {
      setTheirs(found);
      return false;
    }
    try {
      const { id: appointmentId, revision: expectedRevision } = seen;
      await write.mutateAsync({ appointmentId, expectedRevision, ...words });
      settle(words);
      noteWords(words);
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
    sending.current = send(latest.current.visit, isMineToStand);
    return sending.current;
  }

  useArrivals(visit, latest, { setMine, settle, setTheirs });
  useAutosave(mine, isDirty && !theirs && !refusal, save);

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

type Latest = { current: { mine: Words; base: Words } };
type Setters = {
  setMine: (words: Words) => void;
  settle: (words: Words) => void;
  setTheirs: (words: Words) => void;
};

/** What someone else wrote comes in where nothing is written here; else it is put beside it. */
function useArrivals(visit: PanelVisit, latest: Latest, setters: Setters) {
  const ways = useRef(setters);
  ways.current = setters;
  const { notes, prescription } = wordsOf(visit);
  useEffect(() => {
    const found = { notes, prescription };
    const { mine, base } = latest.current;
    if (isSame(found, base)) return;
    if (isSame(mine, base)) ways.current.setMine(found);
    if (isSame(mine, base) || isSame(mine, found)) ways.current.settle(found);
    else ways.current.setTheirs(found);
  }, [notes, prescription, latest]);
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
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => way.current.isDue && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      if (way.current.isDue) void way.current.save();
    };
  }, []);
}

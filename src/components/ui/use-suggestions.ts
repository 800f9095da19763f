"use client";

import { useEffect, useRef, useState } from "react";
import type { Suggestion } from "./combobox";

type Suggest = (text: string, signal: AbortSignal) => Promise<Suggestion[]>;

const pause = 150;

/** Asks after a pause in typing; a newer question ends the older one, so answers never cross. */
export function useSuggestions(suggest: Suggest) {
  const [found, setFound] = useState<Suggestion[]>([]);
  const current = useRef<AbortController>(null);

  useEffect(() => () => current.current?.abort(), []);

  function clear() {
    current.current?.abort();
    setFound([]);
  }

  function ask(text: string) {
    current.current?.abort();
    if (text.trim() === "") return setFound([]);
    const asking = new AbortController();
    current.current = asking;
    setTimeout(async () => {
      if (asking.signal.aborted) return;
      // Suggestions are a help: without an answer one types on.
      const answer = await suggest(text, asking.signal).catch(() => []);
      if (!asking.signal.aborted) setFound(answer);
    }, pause);
  }

  return { found, ask, clear };
}

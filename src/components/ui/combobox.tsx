"use client";

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { cx } from "./cx";
import { Input } from "./input";
import { useSuggestions } from "./use-suggestions";

export type Suggestion = { value: string; label: string; detail?: string };

type ComboboxProps = Omit<ComponentProps<"input">, "onChange" | "value" | "list"> & {
  /** What fits the text typed so far, best first; asked 150 ms after the last key. */
  suggest: (text: string, signal: AbortSignal) => Promise<Suggestion[]>;
  onChoose: (suggestion: Suggestion) => void;
  onType?: (text: string) => void;
  /** Names the list of suggestions. */
  listLabel: string;
};

/**
 * A text box with suggestions (ARIA 1.2 combobox). What is typed always counts: it works as a plain
 * input where no suggestion is chosen or no script has come.
 */
export function Combobox(props: ComboboxProps) {
  const { suggest, onChoose, onType, listLabel, defaultValue, ...input } = props;
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(-1);
  const { found, ask, clear } = useSuggestions(suggest);
  const isOpen = found.length > 0;

  function choose(suggestion: Suggestion) {
    if (box.current) box.current.value = suggestion.label;
    close();
    onChoose(suggestion);
  }

  function close() {
    clear();
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Escape also calls off suggestions that are still on their way.
    if (event.key === "Escape") close();
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (step)
      setActive((at) => (at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key !== "Escape") return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <Input
        {...input}
        ref={box}
        defaultValue={defaultValue}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onBlur={close}
        onChange={(event) => {
          setActive(-1);
          ask(event.target.value);
          onType?.(event.target.value);
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={listLabel}
        className={cx(
          "absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-control border border-line bg-surface p-1 shadow-overlay",
          !isOpen && "hidden",
        )}
      >
        {found.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          <div
            key={suggestion.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
            className="flex min-h-touch cursor-pointer flex-wrap items-center gap-x-2 rounded-[0.45rem] px-3 py-1.5 hover:bg-accent-soft aria-selected:bg-accent-soft aria-selected:text-accent"
          >
            <span className="font-medium">{suggestion.label}</span>
            {suggestion.detail && (
              <span className="text-small text-ink-muted">{suggestion.detail}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { pinId } from "@/components/map/types";
import { cx } from "@/components/ui/cx";
import { useFinder } from "./finder-live";
import { itemId } from "./item-id";

/** One result; whoever points at it sees its pin, and the other way round. */
export function FinderItem({ id, children }: { id: string; children: ReactNode }) {
  const { highlightedId, highlight, selectedId } = useFinder();
  const isSelected = selectedId === id;
  return (
    <li
      id={itemId(id)}
      aria-current={isSelected ? "true" : undefined}
      onMouseEnter={() => highlight(id)}
      onMouseLeave={() => highlight(undefined)}
      onFocus={() => highlight(id)}
      onBlur={() => highlight(undefined)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && isSelected) document.getElementById(pinId(id))?.focus();
      }}
      className={cx(
        "scroll-mt-24 rounded-card border bg-surface p-4 shadow-raised transition-colors max-lg:in-data-map-open:scroll-mt-[calc(50svh+5rem)]",
        isSelected
          ? "border-accent outline-2 outline-accent"
          : highlightedId === id
            ? "border-accent bg-accent-soft"
            : "border-line",
      )}
    >
      {children}
    </li>
  );
}

"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { hasSameWallClock } from "@/lib/time/format";

type ZoneNoteProps = {
  zone: string;
  /** Epoch milliseconds of a time that is shown. */
  at: number;
  /** Where it stands on a line of its own, an empty line would be odder than a small move. */
  isOwnLine?: boolean;
  children: ReactNode;
};

const noChange = () => () => {};

/**
 * Names the zone of the times beside it. It is there until the viewer's device shows that its own
 * clock reads the same then, so that nobody is ever left to guess. It keeps its place: nothing moves.
 */
export function ZoneNote({ zone, at, isOwnLine, children }: ZoneNoteProps) {
  const isSame = useSyncExternalStore(
    noChange,
    () => hasSameWallClock(Intl.DateTimeFormat().resolvedOptions().timeZone, zone, at),
    () => false,
  );
  return (
    <span className={isSame ? (isOwnLine ? "hidden" : "invisible") : undefined}>{children}</span>
  );
}

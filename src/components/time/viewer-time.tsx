"use client";

import { useSyncExternalStore } from "react";
import { dayDifference, formatDayTime, formatTime, hasSameWallClock } from "@/lib/time/format";

type ViewerTimeProps = {
  /** Milliseconds since the epoch. */
  at: number;
  /** The clinic's zone, in which the page already shows the time. */
  zone: string;
  /** A sentence with {time} in it. */
  sentence: string;
};

const never = () => () => {};

/**
 * The viewer's own time, where it is not the clinic's. The server cannot know it, so it appears once
 * the page is alive; until then the clinic's time, which is always shown, stands alone.
 */
export function ViewerTime({ at, zone, sentence }: ViewerTimeProps) {
  const viewerZone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  if (!viewerZone || hasSameWallClock(viewerZone, zone, at)) return null;
  const isOtherDay = dayDifference(viewerZone, zone, at) !== 0;
  const time = isOtherDay ? formatDayTime(at, viewerZone) : formatTime(at, viewerZone);
  return <span className="block">{sentence.replace("{time}", time)}</span>;
}

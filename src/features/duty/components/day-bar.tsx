import { useId } from "react";
import { FilledRect, Patterns } from "@/components/chart/fills";
import type { Interval } from "@/lib/time/interval";

type DayBarProps = { day: Interval; cover: Interval[]; gaps: Interval[]; shifts: Interval[] };

/**
 * A day from midnight to midnight: solid where somebody is on duty, hatched where somebody should be.
 * The table beside it says the same in words.
 */
export function DayBar({ day, cover, gaps, shifts }: DayBarProps) {
  const id = useId();
  const length = day.endMs - day.startMs;
  const place = ({ startMs, endMs }: Interval) => {
    const from = Math.max(startMs, day.startMs) - day.startMs;
    const to = Math.min(endMs, day.endMs) - day.startMs;
    return {
      key: startMs,
      x: `${(from / length) * 100}%`,
      width: `${(Math.max(0, to - from) / length) * 100}%`,
    };
  };
  const here = (spans: Interval[]) =>
    spans.filter(({ startMs, endMs }) => startMs < day.endMs && endMs > day.startMs).map(place);
  return (
    <svg aria-hidden className="block h-7 w-full overflow-hidden rounded-[0.25rem]">
      <Patterns id={id} />
      <rect width="100%" height="28" className="fill-surface-sunken" />
      {here(shifts).map(({ key, ...at }) => (
        <FilledRect key={key} id={id} fill="solid" {...at} y={5} height={18} />
      ))}
      {here(gaps).map(({ key, ...at }) => (
        <FilledRect key={key} id={id} fill="hatched" {...at} y={5} height={18} />
      ))}
      {here(cover).map(({ key, ...at }) => (
        <rect
          key={key}
          {...at}
          y="1"
          height="26"
          strokeWidth="2"
          className="fill-transparent stroke-ink-muted"
        />
      ))}
    </svg>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { cx } from "@/components/ui/cx";
import { weekdays } from "@/features/schedules/template";
import {
  type DraftWeek,
  type Elsewhere,
  minutesADay,
  spanOf,
  splitByDay,
  writeTime,
} from "../week";
import { GridWindow } from "./grid-window";
import { useWeekDrag } from "./use-week-drag";

type WeekGridProps = {
  week: DraftWeek;
  elsewhere: readonly Elsewhere[];
  /** Ids of windows that overlap or collide. */
  troubled: ReadonlySet<string>;
  selectedId: string | null;
  onChange: (week: DraftWeek) => void;
  onSelect: (id: string | null) => void;
};

const hoursMarked = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/**
 * The week as a picture to draw in. It says nothing that the typed week does not say as well, so it
 * is no stop for the keyboard and silent to a screen reader.
 */
export function WeekGrid(props: WeekGridProps) {
  const t = useTranslations("hours");
  const grid = useRef<HTMLDivElement>(null);
  useWeekDrag({ grid, ...props });
  return (
    <div aria-hidden data-testid="week-grid" className="select-none">
      <div className="grid grid-cols-7 ps-9 text-center text-caption font-semibold">
        {weekdays.map((day) => (
          <span key={day} className="py-1.5">
            {t(`weekdaysShort.${day}`)}
          </span>
        ))}
      </div>
      <div className="flex pb-3">
        <HourMarks />
        <div
          ref={grid}
          data-grid
          className="relative h-[42rem] flex-1 cursor-crosshair rounded-control border border-line-strong bg-surface sm:h-[48rem]"
          style={{ WebkitTouchCallout: "none" }}
        >
          <Lines />
          {props.elsewhere.map(({ clinicName, day, window, spans }) => (
            <Background key={`${clinicName} ${day} ${window}`} name={clinicName} span={spans[0]} />
          ))}
          {props.week.map((windows, day) =>
            windows.map((window) => {
              const span = spanOf(window);
              return (
                span && (
                  <GridWindow
                    key={window.id}
                    id={window.id}
                    day={day}
                    span={span}
                    isSelected={window.id === props.selectedId}
                    isTroubled={props.troubled.has(window.id)}
                  />
                )
              );
            }),
          )}
        </div>
      </div>
    </div>
  );
}

function HourMarks() {
  return (
    <div className="relative w-9 shrink-0 text-[0.75rem] text-ink-muted tabular-nums">
      {hoursMarked.map((hour) => (
        <span
          key={hour}
          className="absolute end-1.5 -translate-y-1/2"
          style={{ top: `${(hour / 24) * 100}%` }}
        >
          {writeTime(hour * 60).slice(0, 2)}
        </span>
      ))}
    </div>
  );
}

function Lines() {
  return (
    <>
      {Array.from({ length: 23 }, (_, index) => index + 1).map((hour) => (
        <span
          key={hour}
          className={cx(
            "pointer-events-none absolute inset-x-0 border-t",
            hour % 3 === 0 ? "border-line-strong/50" : "border-line",
          )}
          style={{ top: `${(hour / 24) * 100}%` }}
        />
      ))}
      {[1, 2, 3, 4, 5, 6].map((day) => (
        <span
          key={day}
          className="pointer-events-none absolute inset-y-0 border-s border-line"
          style={{ insetInlineStart: `${(day / 7) * 100}%` }}
        />
      ))}
    </>
  );
}

function Background({
  name,
  span,
}: {
  name: string;
  span: Elsewhere["spans"][number] | undefined;
}) {
  if (!span) return null;
  return splitByDay(span).map(({ day, start, end }) => (
    <span
      key={day}
      className="pointer-events-none absolute overflow-hidden border-x border-line-strong/40 px-0.5 text-[0.6875rem] leading-tight text-ink-muted"
      style={{
        insetInlineStart: `${(day / 7) * 100}%`,
        width: `${100 / 7}%`,
        top: `${(start / minutesADay) * 100}%`,
        height: `${((end - start) / minutesADay) * 100}%`,
        backgroundImage:
          "repeating-linear-gradient(135deg, var(--line) 0 4px, transparent 4px 9px)",
      }}
    >
      {/* A phone has no room for names; they are in the list below. */}
      <span className="bg-surface max-sm:hidden">{name}</span>
    </span>
  ));
}

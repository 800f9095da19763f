import { cx } from "@/components/ui/cx";
import { minutesADay, splitByDay, type WeekSpan, writeTime } from "../week";

type GridWindowProps = {
  id: string;
  day: number;
  /** Minutes from the day's midnight. */
  span: WeekSpan;
  isSelected: boolean;
  isTroubled: boolean;
};

/** Room for two lines of a label. */
const twoLines = 75;
const oneLine = 40;

/** One window; past midnight it goes on at the top of the next day. */
export function GridWindow({ id, day, span, isSelected, isTroubled }: GridWindowProps) {
  const inWeek = { start: day * minutesADay + span.start, end: day * minutesADay + span.end };
  const parts = splitByDay(inWeek);
  return parts.map((part, index) => {
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const minutes = part.end - part.start;
    return (
      <div
        key={part.day}
        data-window={id}
        className={cx(
          "absolute cursor-grab border text-[0.75rem] leading-tight tabular-nums",
          isSelected ? "z-20 touch-none shadow-raised outline-2 outline-focus" : "z-10",
          isTroubled
            ? "border-2 border-dashed border-critical bg-critical-soft text-critical"
            : "border-accent bg-accent-soft text-accent",
          isFirst && "rounded-t-[0.4rem]",
          isLast && "rounded-b-[0.4rem]",
        )}
        style={{
          insetInlineStart: `calc(${(part.day / 7) * 100}% + 2px)`,
          width: `calc(${100 / 7}% - 4px)`,
          top: `${(part.start / minutesADay) * 100}%`,
          height: `${(minutes / minutesADay) * 100}%`,
        }}
      >
        {minutes >= oneLine && (
          <span className="pointer-events-none absolute inset-0 overflow-hidden py-0.5 text-center font-semibold whitespace-nowrap max-[23rem]:text-[0.625rem]">
            {isTroubled && "!"}
            {isFirst ? writeTime(span.start) : "…"}
            {minutes >= twoLines && <span className="block">{writeTime(span.end)}</span>}
          </span>
        )}
        {isFirst && <Edge edge="start" isSelected={isSelected} />}
        {isLast && <Edge edge="end" isSelected={isSelected} />}
      </div>
    );
  });
}

/** A thin strip for a mouse; once the window is selected a handle large enough for a thumb. */
function Edge({ edge, isSelected }: { edge: "start" | "end"; isSelected: boolean }) {
  const isStart = edge === "start";
  if (!isSelected)
    return (
      <span
        data-edge={edge}
        className={cx("absolute inset-x-0 h-2 cursor-ns-resize", isStart ? "top-0" : "bottom-0")}
      />
    );
  return (
    <span
      data-edge={edge}
      className={cx(
        "absolute inset-x-0 mx-auto grid h-11 w-full max-w-16 cursor-ns-resize touch-none justify-items-center",
        isStart ? "-top-8 items-end pb-1.5" : "-bottom-8 items-start pt-1.5",
      )}
    >
      <span className="size-4 rounded-pill border-2 border-accent bg-surface" />
    </span>
  );
}

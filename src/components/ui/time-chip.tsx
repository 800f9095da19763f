import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/**
 * The mark of the product: a time one can have. Tabular figures, so that a column of them lines up
 * and the eye compares hours, not shapes.
 */
const chipClass =
  "inline-flex min-h-touch min-w-21 flex-col items-center justify-center rounded-control border border-accent bg-surface px-2 py-1.5 font-semibold tabular-nums leading-tight tracking-[0.01em] text-accent no-underline transition-colors hover:bg-accent hover:text-accent-ink aria-[current]:bg-accent aria-[current]:text-accent-ink";

type ChipText = {
  /** The wall time as people say it: "9:30 AM". */
  time: ReactNode;
  /** The day, where the chip stands alone: "Tue 4 Mar". */
  day?: ReactNode;
  /** What stands around it, for those who do not see that: "with Dr. Okafor, Lakeview Clinic". */
  context?: string;
  /** Machine time: an ISO instant. */
  instant: string;
};

function ChipBody({ time, day, instant, context }: ChipText) {
  return (
    <>
      <time dateTime={instant} className="grid justify-items-center">
        {day && <span className="text-caption font-medium">{day} </span>}
        <span>{time}</span>
      </time>
      {context && <span className="sr-only">{context}</span>}
    </>
  );
}

export function TimeChipLink(props: ChipText & ComponentProps<typeof Link>) {
  const { time, day, context, instant, className, ...link } = props;
  return (
    <Link {...link} className={cx(chipClass, className)}>
      <ChipBody time={time} day={day} instant={instant} context={context} />
    </Link>
  );
}

/** The same where choosing one goes nowhere. */
export function TimeChipButton(props: ChipText & ComponentProps<"button">) {
  const { time, day, context, instant, className, ...button } = props;
  return (
    <button type="button" {...button} className={cx(chipClass, className)}>
      <ChipBody time={time} day={day} instant={instant} context={context} />
    </button>
  );
}

import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/**
 * The mark of the product: a time one can have. Tabular figures, so that a column of them lines up
 * and the eye compares hours, not shapes.
 */
const chipClass =
  "inline-flex min-h-touch min-w-21 flex-col items-center justify-center rounded-control border border-accent bg-surface px-2 py-1.5 font-semibold tabular-nums leading-tight tracking-[0.01em] text-accent no-underline transition-colors hover:bg-accent hover:text-accent-ink aria-pressed:bg-accent aria-pressed:text-accent-ink aria-[current]:bg-accent aria-[current]:text-accent-ink";

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

export function TimeChipButton(
  props: ChipText & ComponentProps<"button"> & { isChosen?: boolean },
) {
  const { time, day, context, instant, isChosen, className, ...button } = props;
  return (
    <button type="button" {...button} aria-pressed={isChosen} className={cx(chipClass, className)}>
      <ChipBody time={time} day={day} instant={instant} context={context} />
    </button>
  );
}

/** The same times as a native choice inside a form; works without JavaScript. */
export function TimeChipRadio(props: ChipText & Omit<ComponentProps<"input">, "type">) {
  const { time, day, context, instant, className, ...input } = props;
  return (
    <label
      className={cx(
        chipClass,
        "relative cursor-pointer has-checked:bg-accent has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-ink has-focus-visible:[box-shadow:0_0_0_3px_var(--focus)]",
        className,
      )}
    >
      <input {...input} type="radio" className="absolute inset-0 opacity-0" />
      <ChipBody time={time} day={day} instant={instant} context={context} />
    </label>
  );
}

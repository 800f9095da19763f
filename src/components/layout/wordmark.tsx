import { cx } from "@/components/ui/cx";

/**
 * The mark: a cross whose upper and right arms are the hands of a clock at three. Care, and a time
 * for it. Drawn with tokens here; public/icon.svg is the same drawing for browsers.
 */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={cx("shrink-0", className)}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <g fill="none" strokeWidth="4" strokeLinecap="round">
        <path d="M16 16v8.5M16 16H7.5" className="stroke-accent-ink opacity-45" />
        <path d="M16 6.5V16h9.5" className="stroke-accent-ink" strokeLinejoin="round" />
      </g>
      <circle cx="16" cy="16" r="2.6" className="fill-focus" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-lead font-bold tracking-[-0.02em] text-ink">
      <Mark className="size-8" />
      <span>
        Medico<span className="text-accent tabular-nums">24</span>
      </span>
    </span>
  );
}

type ProgressBarProps = {
  /** What is under way, in words. */
  label: string;
  /** From 0 to 1. */
  value: number;
};

/** How far something has come. The number stands beside it, in words of the page's own. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      className="h-2 overflow-hidden rounded-pill border border-line-strong bg-surface-sunken"
    >
      <div className="h-full bg-accent transition-[width]" style={{ width: `${value * 100}%` }} />
    </div>
  );
}

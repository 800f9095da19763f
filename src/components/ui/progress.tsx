type ProgressProps = { label: string; value: number; max: number };

/** Steps done of steps there are, in words and as a bar. */
export function Progress({ label, value, max }: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="grid gap-2">
      <p className="text-small text-ink-muted">{label}</p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-1.5 overflow-hidden rounded-pill bg-surface-sunken forced-colors:border"
      >
        <div
          className="h-full rounded-pill bg-accent transition-[inline-size] duration-300 forced-colors:bg-[Highlight]"
          style={{ inlineSize: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type RadioChipProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

/** One of a few that exclude each other, as a tile; the browser's own radio lies under it. */
export function RadioChip({ label, className, disabled, ...props }: RadioChipProps) {
  return (
    <label
      className={cx(
        "group relative inline-flex min-h-touch items-center justify-center gap-1.5 rounded-control border border-line-strong bg-surface px-3 py-2 text-center leading-tight font-semibold transition-colors",
        "has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink",
        "has-focus-visible:shadow-[0_0_0_3px_var(--focus)] has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-ink",
        disabled
          ? "cursor-not-allowed border-line bg-surface-sunken text-ink-muted"
          : "cursor-pointer hover:border-accent",
        className,
      )}
    >
      <input
        {...props}
        type="radio"
        disabled={disabled}
        className="absolute inset-0 size-full cursor-[inherit] appearance-none rounded-control opacity-0"
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="hidden size-4 shrink-0 group-has-checked:block"
      />
      <span className="min-w-0">{label}</span>
    </label>
  );
}

import { X } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

const base =
  "inline-flex min-h-touch items-center gap-2 rounded-pill border px-4 py-1 text-small font-medium wrap-anywhere no-underline transition-colors";

type FilterChipProps = ComponentProps<typeof Link> & { isOn?: boolean; children: ReactNode };

/** A filter as an address: on or off is another page, and can be shared. */
export function FilterChip({ isOn, children, className, ...link }: FilterChipProps) {
  return (
    <Link
      {...link}
      aria-current={isOn ? "true" : undefined}
      className={cx(
        base,
        isOn
          ? "border-accent bg-accent text-accent-ink hover:bg-accent-strong"
          : "border-line-strong bg-surface text-ink hover:border-accent hover:text-accent",
        className,
      )}
    >
      {children}
    </Link>
  );
}

type RemoveChipProps = ComponentProps<typeof Link> & { label: string; children: ReactNode };

/** A filter that is set; following it takes it off. `label` says so. */
export function RemoveChip({ label, children, className, ...link }: RemoveChipProps) {
  return (
    <Link
      {...link}
      aria-label={label}
      className={cx(base, "border-transparent bg-accent-soft text-accent", className)}
    >
      {children}
      <X aria-hidden className="size-4" />
    </Link>
  );
}

type SetFilter = {
  label: string;
  href: string;
  /** What following it does. */
  removeLabel: string;
};

/** Filters that are set; following one takes it off. */
export function SetFilterChips({ label, set }: { label: string; set: readonly SetFilter[] }) {
  if (set.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {set.map((one) => (
        <li key={one.label} className="max-w-full">
          <RemoveChip
            href={one.href}
            prefetch={false}
            label={one.removeLabel}
            className="max-w-full"
          >
            <span className="truncate">{one.label}</span>
          </RemoveChip>
        </li>
      ))}
    </ul>
  );
}

import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

/** The browser's own box under our tick; its whole line is the target. */
export function Checkbox({ label, className, ...props }: CheckboxProps) {
  return (
    <label className={cx("flex min-h-touch cursor-pointer items-center gap-3", className)}>
      <span className="relative grid size-6 shrink-0">
        <input
          {...props}
          type="checkbox"
          className="peer size-6 cursor-pointer appearance-none rounded-[0.4rem] border border-line-strong bg-surface checked:border-accent checked:bg-accent aria-invalid:border-2 aria-invalid:border-critical"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0 m-auto hidden size-4.5 text-accent-ink peer-checked:block"
        />
      </span>
      <span className="min-w-0 font-medium">{label}</span>
    </label>
  );
}

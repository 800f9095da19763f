import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

export type Option = { value: string; label: string };
type SelectProps = ComponentProps<"select"> & { options: Option[]; placeholder?: string };

/** The browser's own list: on a phone nothing made by hand is better. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  return (
    <span className={cx("relative block", className)}>
      <select {...props} className={cx(controlClass, "min-h-touch appearance-none truncate pe-11")}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-3.5 top-1/2 size-5 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}

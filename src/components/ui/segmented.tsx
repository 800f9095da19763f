import type { ComponentProps } from "react";
import { cx } from "./cx";

type SegmentedProps = Omit<ComponentProps<"input">, "type" | "value"> & {
  legend: string;
  options: { value: string; label: string }[];
  value: string;
};

/** One of two or three short choices in a form (sort order, morning or afternoon). */
export function Segmented({ legend, options, value, className, ...input }: SegmentedProps) {
  return (
    <fieldset className={className}>
      <legend className="sr-only">{legend}</legend>
      <div className="inline-flex flex-wrap gap-1 rounded-control bg-surface-sunken p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "relative inline-flex min-h-touch cursor-pointer items-center rounded-[0.45rem] border border-transparent px-4 text-small font-semibold text-ink-muted hover:text-ink",
              "has-checked:border-line-strong has-checked:bg-surface has-checked:text-ink has-focus-visible:[box-shadow:0_0_0_3px_var(--focus)] has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-ink",
            )}
          >
            <input
              {...input}
              type="radio"
              value={option.value}
              defaultChecked={option.value === value}
              className="absolute inset-0 opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

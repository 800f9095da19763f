import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode };
type RadioGroupProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  legend: ReactNode;
  isLegendHidden?: boolean;
  options: RadioOption[];
  defaultValue?: string;
  children?: ReactNode;
};

/** Choices as rows to touch; `children` stand between the legend and the choices (hint, error). */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, isLegendHidden, options, defaultValue, children, className, ...input } = props;
  return (
    <fieldset className={cx("grid min-w-0 gap-2", className)}>
      <legend className={isLegendHidden ? "sr-only" : "mb-2 font-semibold"}>{legend}</legend>
      {children}
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-touch cursor-pointer items-start gap-3 rounded-control border border-line bg-surface px-4 py-3 transition-colors hover:border-accent has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            {...input}
            type="radio"
            value={option.value}
            defaultChecked={defaultValue === undefined ? undefined : option.value === defaultValue}
            className="mt-0.5 size-5.5 shrink-0 accent-accent"
          />
          <span>
            <span className="font-medium">{option.label}</span>
            {option.hint && <span className="block text-small text-ink-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

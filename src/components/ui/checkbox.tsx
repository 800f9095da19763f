import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

/** The whole row is the target. */
export function Checkbox({ label, className, ...props }: CheckboxProps) {
  return (
    <label className={cx("flex min-h-touch cursor-pointer items-start gap-3 py-2.5", className)}>
      <input
        {...props}
        type="checkbox"
        className="mt-0.5 size-5.5 shrink-0 cursor-pointer rounded-[0.3rem] accent-accent"
      />
      <span>{label}</span>
    </label>
  );
}

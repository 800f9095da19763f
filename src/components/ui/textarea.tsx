import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

/** Grows with what is written where the browser can; else it can be pulled. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...props}
      rows={rows}
      className={cx(controlClass, "field-sizing-content min-h-28 resize-y", className)}
    />
  );
}

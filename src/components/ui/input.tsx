import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={cx(controlClass, "min-h-touch", className)} />;
}

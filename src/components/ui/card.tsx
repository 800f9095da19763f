import type { ComponentProps } from "react";
import { cx } from "./cx";

type CardProps = ComponentProps<"div"> & { as?: "div" | "article" | "section" | "li" };

/** A sheet on the desk. For something that is one thing: a doctor, an appointment, a form. */
export function Card({ as: Element = "div", className, ...props }: CardProps) {
  const rest = props as ComponentProps<"div">;
  return (
    <Element
      {...(rest as object)}
      className={cx(
        "rounded-card border border-line bg-surface p-4 shadow-raised sm:p-6 print:break-inside-avoid print:shadow-none",
        className,
      )}
    />
  );
}

import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

type SectionProps = {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A part of a page under its own heading, which names it. */
export function Section({ title, actions, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx("grid gap-4", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id={id} className="text-h2">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type DisclosureProps = {
  label: string;
  isOpen?: boolean;
  className?: string;
  labelClass?: string;
  children: ReactNode;
};

/** Something to be opened where it is wanted; works without a script. */
export function Disclosure({ label, isOpen, className, labelClass, children }: DisclosureProps) {
  return (
    <details open={isOpen} className={cx("group", className)}>
      <summary
        className={cx(
          "flex min-h-touch cursor-pointer list-none items-center gap-2 rounded-control py-2 font-semibold",
          labelClass,
        )}
      >
        {label}
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}

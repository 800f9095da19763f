import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, in words: an icon alone is no name. */
  label: string;
  icon: LucideIcon;
};

export function IconButton({ label, icon: Icon, className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      {...props}
      aria-label={label}
      title={label}
      className={cx(
        "inline-grid size-touch shrink-0 place-items-center rounded-control text-ink transition-colors hover:bg-accent-soft hover:text-accent",
        className,
      )}
    >
      <Icon aria-hidden className="size-5.5" />
    </button>
  );
}

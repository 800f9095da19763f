import { cx } from "./cx";

/** A grey place in the final shape: give it the size of what comes (`h-… w-…`). */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx("block animate-breathe rounded-control bg-surface-sunken", className)}
    />
  );
}

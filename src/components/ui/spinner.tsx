import { LoaderCircle } from "lucide-react";
import { cx } from "./cx";

/** Purely visual: whatever waits says so in words beside it, or in a live region. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cx("size-5 animate-spin", className)} />;
}

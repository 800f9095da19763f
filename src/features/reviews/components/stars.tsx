import { Star } from "lucide-react";
import { cx } from "@/components/ui/cx";

const five = [1, 2, 3, 4, 5];

/** So many stars of five; filled and empty ones differ in shape, and the words are said. */
export function Stars({ rating, label }: { rating: number; label: string }) {
  return (
    <span className="inline-flex items-center gap-0.5">
      <span className="sr-only">{label}</span>
      {five.map((star) => (
        <Star
          key={star}
          aria-hidden
          className={cx("size-4.5", star <= rating ? "fill-focus text-focus" : "text-line-strong")}
        />
      ))}
    </span>
  );
}

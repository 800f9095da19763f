import { Star } from "lucide-react";

type RatingProps = {
  /** 0 to 5, already written for the reader's locale: "4.8". */
  value: string;
  /** "126 reviews" */
  count: string;
  /** The whole sentence: "Rated 4.8 of 5 by 126 patients". */
  label: string;
};

/** One star and a number say more, sooner, than five stars. */
export function Rating({ value, count, label }: RatingProps) {
  return (
    <span className="inline-flex items-center gap-1.5 text-small">
      <span className="sr-only">{label}</span>
      <Star aria-hidden className="size-4.5 fill-focus text-focus" />
      <span aria-hidden className="font-semibold tabular-nums">
        {value}
      </span>
      <span aria-hidden className="text-ink-muted">
        {count}
      </span>
    </span>
  );
}

import type { ComponentProps } from "react";

type RadioProps = Omit<ComponentProps<"input">, "type"> & { label: string; note: string };

/** One of two texts to choose, whole, with where it comes from. */
export function Radio({ label, note, ...props }: RadioProps) {
  return (
    <label className="flex min-h-touch cursor-pointer items-start gap-3 rounded-control border border-line-strong bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft">
      <input {...props} type="radio" className="mt-1 size-5 shrink-0 accent-accent" />
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium whitespace-pre-line wrap-anywhere">{label}</span>
        <span className="text-small text-ink-muted wrap-anywhere">{note}</span>
      </span>
    </label>
  );
}

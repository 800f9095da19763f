import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

type LabelProps = { htmlFor: string; children: ReactNode; note?: ReactNode };

/** `note` says "optional": what is asked is needed unless it says so. */
export function Label({ htmlFor, children, note }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className="font-semibold">
      <span data-label-for={htmlFor}>{children}</span>
      {note && <span className="font-normal text-ink-muted"> {note}</span>}
    </label>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-small text-ink-muted">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-small font-semibold text-critical">
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

export type FieldProps = {
  id: string;
  label: ReactNode;
  note?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Label, hint, error, control, in the order in which they are read. */
export function Field({ id, label, note, hint, error, className, children }: FieldProps) {
  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <Label htmlFor={id} note={note}>
        {label}
      </Label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  );
}

/** What a control says about its hint and error to assistive technology. */
export function describedBy(id: string, parts: { hint?: unknown; error?: unknown }) {
  const ids = [parts.hint && `${id}-hint`, parts.error && `${id}-error`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": parts.error ? (true as const) : undefined,
  };
}

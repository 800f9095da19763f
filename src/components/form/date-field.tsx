"use client";

import { TextField, type TextFieldProps } from "./text-field";

/** A plain date as "YYYY-MM-DD", in the reader's own order of day and month; `min`, `max` alike. */
export function DateField({ className, ...props }: TextFieldProps) {
  return <TextField {...props} type="date" className={className ?? "max-w-64"} />;
}

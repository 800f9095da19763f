"use client";

import { TextField, type TextFieldProps } from "./text-field";

/** Opens the number pad. What is typed is kept; the schema decides what is a phone number. */
export function PhoneField(props: TextFieldProps) {
  return <TextField inputMode="tel" autoComplete="tel" {...props} type="tel" dir="ltr" />;
}

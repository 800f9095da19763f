import { z } from "zod";

// PostgreSQL stores every character but this one.
const unstorable = String.fromCharCode(0);

/** Words a person types: trimmed, kept as they are otherwise, at most `longest` characters. */
export function typedText(longest: number) {
  return z
    .string()
    .transform((text) => text.replaceAll(unstorable, "").trim())
    .pipe(z.string().max(longest));
}

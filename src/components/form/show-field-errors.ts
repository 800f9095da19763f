import type { FieldValues, Path, UseFormReturn } from "react-hook-form";

/**
 * Puts the server's objections beside their fields. `hasField` says whether a field is on the page.
 * True if every objection found its place; else the refusal's own sentence has to be shown, or some
 * would be lost.
 */
export function showFieldErrors<Input extends FieldValues, Context, Output>(
  form: UseFormReturn<Input, Context, Output>,
  fields: Record<string, string> | undefined,
  hasField: (name: string) => boolean,
): boolean {
  const objections = Object.entries(fields ?? {});
  const found = objections.filter(([name]) => hasField(name));
  for (const [name, message] of found) {
    form.setError(name as Path<Input>, { type: "server", message });
  }
  return objections.length > 0 && found.length === objections.length;
}

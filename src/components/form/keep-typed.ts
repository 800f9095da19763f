import type { FieldValues, UseFormReturn } from "react-hook-form";

const met = new WeakSet<Element>();

/** What someone typed or chose before the script of the page had arrived; null for nothing. */
function typedBefore(element: unknown): string | null {
  const isNew = element instanceof Element && !met.has(element);
  if (!isNew) return null;
  met.add(element);
  const isText =
    element instanceof HTMLInputElement &&
    /^(text|email|tel|date|search|url|password)$/.test(element.type);
  if (
    !isText &&
    !(element instanceof HTMLTextAreaElement) &&
    !(element instanceof HTMLSelectElement)
  )
    return null;
  return element.value === "" ? null : element.value;
}

/**
 * The form's own `register` writes the first values over whatever stands in the page. On a slow
 * phone a person may have begun before; what they typed counts.
 */
export function keepTyped<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
): UseFormReturn<Input, unknown, Output>["register"] {
  return (name, options) => {
    const field = form.register(name, options);
    return {
      ...field,
      ref: (element: unknown) => {
        const typed = typedBefore(element);
        field.ref(element);
        if (typed !== null) form.setValue(name, typed as never, { shouldDirty: true });
      },
    };
  };
}

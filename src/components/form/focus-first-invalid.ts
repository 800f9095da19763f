import { flushSync } from "react-dom";

/** Draws what is wrong with a form, and leads to the first field of it. */
export function focusFirstInvalid(form: HTMLFormElement, draw: () => void): void {
  flushSync(draw);
  form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}

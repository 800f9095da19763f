"use client";

import type { ComponentProps, FormEvent } from "react";

/** A GET form that leaves out what was left empty, so that its address stays short to share. */
export function TidyForm(props: ComponentProps<"form">) {
  return <form {...props} onSubmit={leaveOutEmpty} />;
}

function leaveOutEmpty(event: FormEvent<HTMLFormElement>) {
  const empty = Array.from(event.currentTarget.elements).filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) &&
      field.value.trim() === "",
  );
  for (const field of empty) field.disabled = true;
  // The browser has read the form by then; Back must find it usable.
  setTimeout(() => {
    for (const field of empty) field.disabled = false;
  });
}

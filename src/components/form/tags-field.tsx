"use client";

import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type CommonFieldProps, useFormField } from "./use-form-field";

/** A new tag moves what is below it, and a press that began there would miss its button. */
function afterPress(act: () => void) {
  const isPressing = document.documentElement.matches(":active");
  if (isPressing) document.addEventListener("click", act, { once: true, capture: true });
  else act();
}

type TagsFieldProps = CommonFieldProps & { placeholder?: string; maxLength?: number };

/**
 * A list of short texts (allergies, languages). Enter or the button adds; what was typed and not
 * added is added on leaving, because people forget the button.
 */
export function TagsField(props: TagsFieldProps) {
  const { name, label, hint, className, placeholder, maxLength = 100 } = props;
  const { id, error, note, aria, t } = useFormField(props);
  const { field } = useController({ name });
  const input = useRef<HTMLInputElement>(null);
  const tags: string[] = Array.isArray(field.value) ? field.value : [];

  function add() {
    const text = input.current?.value.trim() ?? "";
    if (input.current) input.current.value = "";
    const isNew = tags.every((tag) => tag.toLocaleLowerCase() !== text.toLocaleLowerCase());
    if (text !== "" && isNew) field.onChange([...tags, text]);
  }

  function addOnEnter(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  }

  function remove(tag: string) {
    field.onChange(tags.filter((other) => other !== tag));
    input.current?.focus();
  }

  return (
    <Field id={id} label={label} note={note} hint={hint} error={error} className={className}>
      <div className="flex gap-2">
        <Input
          {...aria}
          ref={input}
          id={id}
          placeholder={placeholder}
          maxLength={maxLength}
          onKeyDown={addOnEnter}
          onBlur={() => {
            afterPress(add);
            field.onBlur();
          }}
        />
        <Button variant="secondary" onClick={add} aria-controls={`${id}-list`}>
          <Plus aria-hidden className="size-5" />
          {t("add")}
        </Button>
      </div>
      <ul
        id={`${id}-list`}
        aria-label={t("tagsAdded")}
        aria-live="polite"
        className="flex flex-wrap gap-2 empty:hidden"
      >
        {tags.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              onClick={() => remove(tag)}
              aria-label={t("remove", { item: tag })}
              className="inline-flex min-h-touch items-center gap-2 rounded-pill bg-accent-soft px-4 font-medium text-accent"
            >
              <span className="max-w-64 truncate">{tag}</span>
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ul>
    </Field>
  );
}

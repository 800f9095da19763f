"use client";

import { useTranslations } from "next-intl";
import { useFormField } from "@/components/form/use-form-field";
import { FieldError } from "@/components/ui/field";
import { stars } from "../form-schema";
import { Stars } from "./stars";

/** One to five stars, each with its word, so that nobody has to count. */
export function RatingField({ name }: { name: string }) {
  const t = useTranslations("reviews");
  const { id, error, aria, form } = useFormField({ name });
  return (
    <div {...aria} role="radiogroup" aria-labelledby={`${id}-label`} className="grid gap-1.5">
      <span id={`${id}-label`} data-label-for={id} className="font-semibold">
        {t("rating")}
      </span>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="grid gap-2">
        {stars.map((value, index) => (
          <label
            key={value}
            className="flex min-h-touch cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-surface px-4 py-2 hover:border-accent has-checked:border-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-focus"
          >
            <input
              {...form.register(name)}
              // Where the summary of errors leads.
              id={index === 0 ? id : undefined}
              type="radio"
              value={value}
              className="size-5 shrink-0 accent-accent"
            />
            <Stars rating={Number(value)} label={t("starsOf", { rating: Number(value) })} />
            <span>{t(`star_${value}`)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

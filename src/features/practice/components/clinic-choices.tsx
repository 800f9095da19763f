"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import type { FoundClinic } from "../clinic-schema";

/** Clinics that one may join, each with the way there. */
export function ClinicChoices({ clinics }: { clinics: readonly FoundClinic[] }) {
  const t = useTranslations("practice");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {clinics.map((clinic) => (
        <li
          key={clinic.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
        >
          <div className="grid min-w-0 flex-1 basis-60 gap-0.5 wrap-anywhere">
            <p className="font-semibold">{clinic.name}</p>
            <p className="text-small text-ink-muted">
              {[clinic.address, clinic.city].filter(Boolean).join(", ")}
            </p>
            {clinic.isProposed && (
              <p>
                <Badge tone="caution">{t("proposed")}</Badge>
              </p>
            )}
          </div>
          {clinic.associationId ? (
            <TextLink
              href={`/practice/clinics/${clinic.associationId}`}
              className="inline-flex min-h-touch items-center"
            >
              {t("alreadyThere")}
            </TextLink>
          ) : (
            <ButtonLink
              href={`/practice/clinics/new?clinic=${clinic.id}`}
              variant="secondary"
              aria-label={t("joinNamed", { clinic: clinic.name })}
            >
              {t("join")}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}

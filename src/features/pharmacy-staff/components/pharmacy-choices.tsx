"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import type { FoundPharmacy } from "../join-store";

/** Pharmacies that one may ask for, each with the way there. */
export function PharmacyChoices({ pharmacies }: { pharmacies: readonly FoundPharmacy[] }) {
  const t = useTranslations("pharmacyStaff");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {pharmacies.map(({ id, name, address, city, isRun }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
        >
          <div className="grid min-w-0 flex-1 basis-60 gap-0.5 wrap-anywhere">
            <p className="font-semibold">{name}</p>
            <p className="text-small text-ink-muted">
              {[address, city].filter(Boolean).join(", ")}
            </p>
            {isRun && (
              <p>
                <Badge>{t("isRun")}</Badge>
              </p>
            )}
          </div>
          <ButtonLink
            href={`/pharmacy/join?pharmacy=${id}`}
            variant="secondary"
            aria-label={t("chooseNamed", { pharmacy: name })}
          >
            {t("choose")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { DuplicateDoctor, DuplicatePharmacy } from "../duplicate-store";

/** Other doctors who may be this one, or whose papers these may be. */
export async function DuplicateDoctors({ duplicates }: { duplicates: DuplicateDoctor[] }) {
  const t = await getTranslations("verification");
  return (
    <Section title={t("duplicates")}>
      {duplicates.length === 0 && <p className="text-ink-muted">{t("noDuplicates")}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {duplicates.map((one) => (
          <li key={one.id} className="grid gap-1.5 py-3">
            <TextLink
              href={`/admin/doctors/${one.id}`}
              className="justify-self-start py-1 font-semibold wrap-anywhere"
            >
              {one.name || one.licenseNumber}
            </TextLink>
            <p className="text-small text-ink-muted wrap-anywhere">
              {[
                one.specialization,
                t("licence", { number: one.licenseNumber }),
                t(one.isVerified ? "isVerified" : "isNotVerified"),
              ].join(", ")}
            </p>
            <p className="flex flex-wrap gap-2">
              {one.likenesses.map((likeness) => (
                <Badge key={likeness} tone="caution">
                  {t(`likenesses.${likeness}`)}
                </Badge>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Other pharmacies that may be this one. */
export async function DuplicatePharmacies({ duplicates }: { duplicates: DuplicatePharmacy[] }) {
  const t = await getTranslations("verification");
  return (
    <Section title={t("pharmacyDuplicates")}>
      {duplicates.length === 0 && <p className="text-ink-muted">{t("pharmacyNoDuplicates")}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {duplicates.map((one) => (
          <li key={one.id} className="grid gap-1.5 py-3">
            <TextLink
              href={`/admin/pharmacies/${one.id}/review`}
              className="justify-self-start py-1 font-semibold wrap-anywhere"
            >
              {one.name}
            </TextLink>
            <p className="text-small text-ink-muted wrap-anywhere">
              {[
                one.address,
                t("metresAway", { metres: Math.round(one.metres) }),
                t(one.isVerified ? "isVerified" : "isNotVerified"),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
            {one.isSameNumber && (
              <p>
                <Badge tone="caution">{t("likenesses.sameNumber")}</Badge>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

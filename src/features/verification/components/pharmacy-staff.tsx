import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import type { PharmacyCase } from "../queries/show-pharmacy-case";

/** Who works at a pharmacy, its owner first. */
export async function PharmacyStaff({ staff }: Pick<PharmacyCase, "staff">) {
  const t = await getTranslations("verification");
  return (
    <Section title={t("pharmacyStaff")}>
      {staff.length === 0 && <p className="text-ink-muted">{t("pharmacyStaffNone")}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {staff.map(({ name, email, position, licenseNumber, isOwner }) => (
          <li key={email} className="grid gap-1 py-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
              {name}
              {isOwner && <Badge tone="info">{t("owner")}</Badge>}
            </p>
            <p className="text-small text-ink-muted wrap-anywhere">
              {[
                isOwner ? null : position,
                email,
                licenseNumber
                  ? t("staffLicence", { number: licenseNumber })
                  : t("pharmacyNumberless"),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

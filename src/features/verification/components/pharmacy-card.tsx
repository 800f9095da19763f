import { CircleCheck, Store, Undo2 } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { countryName } from "@/lib/countries";
import { formatDay } from "@/lib/time/format";
import type { PharmacyRow } from "../pharmacy-store";
import { FirstBadge } from "./first-badge";

/** One pharmacy in the list, and how it stands. */
export async function PharmacyCard({ row, mayEdit }: { row: PharmacyRow; mayEdit: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const { id, name, address, country, licenseNumber, isVerified, isActive, reviewOutcome } = row;
  const facts = [
    address,
    country && countryName(country, locale),
    licenseNumber ? t("licence", { number: licenseNumber }) : t("pharmacyNumberless"),
  ];
  return (
    <Card as="li" className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <h2 className="text-h3 wrap-anywhere">
          <TextLink look="title" href={`/admin/pharmacies/${id}/review`}>
            {name}
          </TextLink>
        </h2>
        <p className="text-ink-muted wrap-anywhere">{facts.filter(Boolean).join(", ")}</p>
      </div>
      <div className="flex flex-wrap content-start gap-2 lg:justify-end">
        {isVerified ? (
          <Badge tone="positive" icon={CircleCheck}>
            {t("isVerified")}
          </Badge>
        ) : (
          <Badge tone="caution" icon={reviewOutcome ? Undo2 : Store}>
            {reviewOutcome ? t(`show.${reviewOutcome}`) : t("isNotVerified")}
          </Badge>
        )}
        {!isActive && <Badge>{t("closedBadge")}</Badge>}
        {row.first && <FirstBadge first={row.first} />}
      </div>
      <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-muted">
        <span>{t("pharmacySince", { date: formatDay(row.since, "UTC", locale) })}</span>
        {!isVerified && (
          <span>{row.assignee ? t("assignee", { name: row.assignee }) : t("assigneeNobody")}</span>
        )}
        {mayEdit && (
          <TextLink href={`/admin/pharmacies/${id}`} className="py-2">
            {t("pharmacyEdit")}
          </TextLink>
        )}
      </p>
    </Card>
  );
}

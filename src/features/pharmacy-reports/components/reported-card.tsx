import { EyeOff } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/time/format";
import type { ReportedPharmacy } from "../reported-store";
import { SettleButtons } from "./settle-buttons";

type ReportedCardProps = {
  pharmacy: ReportedPharmacy;
  mayEdit: boolean;
  /** Its hours as they stand. */
  hours: ReactNode;
};

/** What people found at one pharmacy, its hours as they stand, and what can be done about them. */
export async function ReportedCard({ pharmacy, mayEdit, hours }: ReportedCardProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  const { id, name, slug, city, timezone, isListed, said, since, lastAt, times } = pharmacy;
  return (
    <Card as="li" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <h2 className="text-h3 wrap-anywhere">
          {isListed && slug ? <TextLink href={`/pharmacies/${slug}`}>{name}</TextLink> : name}
        </h2>
        {city && <p className="text-ink-muted">{city}</p>}
        {!isListed && (
          <p>
            <Badge icon={EyeOff}>{t("notListed")}</Badge>
          </p>
        )}
      </div>
      <div className="grid gap-1">
        <ul className="grid gap-1 font-semibold">
          {said.map((one) => (
            <li key={one.kind}>
              {t("saidTimes", { kind: t(`report.${one.kind}`), times: one.times })}
            </li>
          ))}
        </ul>
        <p className="text-small text-ink-muted">
          {t("saidSince", {
            first: formatDay(since, timezone, locale, "short"),
            last: formatDay(lastAt, timezone, locale, "short"),
          })}
        </p>
      </div>
      <DefinitionList items={[{ term: t("hoursNow"), value: hours }]} />
      <div className="flex flex-wrap gap-3">
        {mayEdit && <ButtonLink href={`/admin/pharmacies/${id}/hours`}>{t("correct")}</ButtonLink>}
        <SettleButtons pharmacyId={id} name={name} expectedTimes={times} />
      </div>
    </Card>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { MapView } from "@/components/map/map-view";
import type { TileSource } from "@/components/map/types";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Pair, PairSide } from "../duplicate-store";
import { PairActions } from "./pair-actions";

const facts = ["name", "address", "city", "postalCode", "phone", "website", "hours"] as const;

/** Two rows beside each other: what differs is marked, in words too. */
export async function PairCard({ pair, tiles }: { pair: Pair; tiles: TileSource }) {
  const [t, locale] = await Promise.all([getTranslations("duplicates"), getLocale()]);
  const { one, other, metres } = pair;
  const metre = { style: "unit", unit: "meter", maximumFractionDigits: 0 } as const;
  const distance = new Intl.NumberFormat(locale, metre).format(metres);
  const label = t("pair", { one: one.name, other: other.name });
  const names = { A: one, B: other };
  const markers = Object.entries(names).map(([badge, { id, name, latitude, longitude }]) => ({
    id,
    latitude,
    longitude,
    kind: "pharmacy" as const,
    label: name,
    badge,
  }));
  return (
    <Card as="li" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 className="text-h3 wrap-anywhere">{label}</h2>
      <p className="text-ink-muted">{t("distance", { distance })}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <table className="w-full table-fixed border-collapse text-small sm:text-body">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr className="border-b border-line text-start">
              <td className="w-1/5" />
              {Object.entries(names).map(([sign, side]) => (
                <th key={sign} scope="col" className="p-2 text-start align-top font-semibold">
                  <TextLink href={`/admin/pharmacies/${side.id}`} className="inline-block py-2.5">
                    {t("side", { sign })}
                  </TextLink>
                  <span className="flex flex-wrap gap-1">
                    {side.isVerified && <Badge tone="positive">{t("verified")}</Badge>}
                    {side.hasStaff && <Badge tone="caution">{t("staffRun")}</Badge>}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => {
              const isOther = written(one, fact) !== written(other, fact);
              return (
                <tr key={fact} className="border-b border-line align-top">
                  <th scope="row" className="py-2 text-start font-normal text-ink-muted">
                    {t(`facts.${fact}`)}
                    {isOther && <span className="block font-semibold">{t("differs")}</span>}
                  </th>
                  {[one, other].map((side) => (
                    <td
                      key={side.id}
                      className={`p-2 wrap-anywhere ${isOther ? "font-medium" : ""}`}
                    >
                      {written(side, fact) || t("nothing")}
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr className="align-top">
              <th scope="row" className="py-2 text-start font-normal text-ink-muted">
                {t("facts.source")}
              </th>
              {[one, other].map(({ id, source, sourceId }) => (
                <td key={id} className="p-2 wrap-anywhere">
                  {source ? `${source} ${sourceId}` : t("byHand")}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
        <MapView
          label={t("map", { pair: label })}
          markers={markers}
          tiles={tiles}
          className="h-64"
        />
      </div>
      <PairActions one={one} other={other} />
    </Card>
  );
}

function written(side: PairSide, fact: (typeof facts)[number]): string {
  return (fact === "hours" ? side.hoursAsWritten : side[fact]) ?? "";
}

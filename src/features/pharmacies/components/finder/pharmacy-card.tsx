import { BadgeCheck, Bike, Phone, Route } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Rating } from "@/components/ui/rating";
import { TextLink, textLinkClass } from "@/components/ui/text-link";
import { formatDistance } from "@/lib/geo";
import type { PharmacyResult } from "../../schema";
import { FinderItem } from "./finder-item";
import { OpenState } from "./open-state";
import type { OpenWords } from "./open-words";

type PharmacyCardProps = {
  pharmacy: PharmacyResult;
  number: number;
  words: OpenWords;
  zone: string | null;
};

/** A pharmacy in the list, under the number that its pin has on the map. */
export async function PharmacyCard({ pharmacy, number, words, zone }: PharmacyCardProps) {
  const t = await getTranslations("finder");
  const { id, slug, name, address, city, phone, latitude, longitude, distance } = pharmacy;
  const { isVerified, deliveryRadiusKm, rating, ratingCount } = pharmacy;
  // Some addresses name their city already.
  const place = [address, address?.includes(city ?? "") ? null : city].filter(Boolean).join(", ");
  return (
    <FinderItem id={id}>
      <div className="grid gap-1.5">
        <div className="flex items-baseline justify-between gap-3">
          <h3 className="flex min-w-0 items-baseline gap-2 text-h3">
            <span className="shrink-0 text-body text-ink-muted tabular-nums">{number}.</span>
            <TextLink
              look="title"
              href={`/pharmacies/${slug}`}
              prefetch={false}
              className="min-w-0 wrap-anywhere"
            >
              {name}
            </TextLink>
          </h3>
          <span className="shrink-0 font-semibold tabular-nums">{formatDistance(distance)}</span>
        </div>
        <OpenState words={words} zone={zone} />
        {place && <p className="text-small text-ink-muted wrap-anywhere">{place}</p>}
        {(isVerified || deliveryRadiusKm !== null || rating !== null) && (
          <p className="flex flex-wrap items-center gap-2">
            {isVerified && (
              <Badge tone="info" icon={BadgeCheck}>
                {t("verified")}
              </Badge>
            )}
            {deliveryRadiusKm !== null && (
              <Badge icon={Bike}>{t("deliversWithin", { km: deliveryRadiusKm })}</Badge>
            )}
            {rating !== null && (
              <Rating
                value={rating.toFixed(1)}
                count={t("reviews", { count: ratingCount })}
                label={t("rated", { rating, count: ratingCount })}
              />
            )}
          </p>
        )}
        <p className="flex flex-wrap gap-x-5">
          {phone && (
            <a
              href={`tel:${phone.replace(/[^\d+]/g, "")}`}
              className={`${textLinkClass} inline-flex min-h-touch items-center gap-1.5`}
            >
              <Phone aria-hidden className="size-4.5" />
              <span className="sr-only">{t("callLabel", { name })}</span>
              {phone}
            </a>
          )}
          <a
            href={`https://www.openstreetmap.org/directions?to=${latitude},${longitude}`}
            rel="noreferrer"
            className={`${textLinkClass} inline-flex min-h-touch items-center gap-1.5`}
          >
            <Route aria-hidden className="size-4.5" />
            {t("route")}
            <span className="sr-only">{t("routeTo", { name })}</span>
          </a>
        </p>
      </div>
    </FinderItem>
  );
}

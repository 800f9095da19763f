import { MapPinned, Route } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { MapInSight } from "@/components/map/map-in-sight";
import { tileSource } from "@/components/map/tile-source";
import { buttonClass } from "@/components/ui/button-class";
import { textLinkClass } from "@/components/ui/text-link";
import { env } from "@/env.mjs";
import { ClientMessages } from "@/i18n/client-messages";
import type { PharmacyPage } from "../../queries/get-pharmacy";

/**
 * Where it is, in words and drawn, and the way there: a page that every browser opens, and a link that
 * the person's own map program takes. Only the pharmacy's position is in them.
 */
export async function PharmacyPlace({ pharmacy }: { pharmacy: PharmacyPage }) {
  const t = await getTranslations("pharmacy");
  const { slug, name, latitude, longitude } = pharmacy;
  const { MAP_TILE_URL, MAP_TILE_ATTRIBUTION } = env();
  const detail = addressOf(pharmacy);
  const point = `${latitude},${longitude}`;
  return (
    <Section title={t("place")}>
      <address className="not-italic wrap-anywhere">{detail}</address>
      <ClientMessages only={["map"]}>
        <MapInSight
          label={t("mapOf", { name })}
          tiles={tileSource(MAP_TILE_URL, MAP_TILE_ATTRIBUTION)}
          markers={[{ id: slug, latitude, longitude, kind: "pharmacy", label: name, detail }]}
        />
      </ClientMessages>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <a
          href={`https://www.openstreetmap.org/directions?to=${encodeURIComponent(point)}`}
          rel="noreferrer"
          className={buttonClass({ variant: "secondary" })}
        >
          <Route aria-hidden className="size-5" />
          {t("route")}
        </a>
        <a
          href={`geo:${point}?q=${point}(${encodeURIComponent(name)})`}
          className={`${textLinkClass} inline-flex items-center gap-1.5 py-2.5`}
        >
          <MapPinned aria-hidden className="size-5" />
          {t("mapApp")}
        </a>
      </p>
    </Section>
  );
}

/** In one line; many registers write the town into the address already. */
function addressOf({ address, postalCode, city }: PharmacyPage): string {
  const rest = [postalCode, city].filter((part) => part && !address?.includes(part));
  return [address, rest.join(" ")].filter(Boolean).join(", ");
}

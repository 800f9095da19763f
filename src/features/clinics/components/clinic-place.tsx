import { MapPinned } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { MapInSight } from "@/components/map/map-in-sight";
import { tileSource } from "@/components/map/tile-source";
import { textLinkClass } from "@/components/ui/text-link";
import { env } from "@/env.mjs";
import { ClientMessages } from "@/i18n/client-messages";

type ClinicPlaceProps = {
  clinic: {
    slug: string;
    name: string;
    address: string | null;
    city: string | null;
    latitude: number | null;
    longitude: number | null;
  };
};

/** Where a clinic is: in words, as a link any map understands, and drawn. */
export async function ClinicPlace({ clinic }: ClinicPlaceProps) {
  const t = await getTranslations("clinic");
  const { slug, name, address, city, latitude, longitude } = clinic;
  const { MAP_TILE_URL, MAP_TILE_ATTRIBUTION } = env();
  const detail = [address, city].filter(Boolean).join(", ");
  return (
    <div className="grid gap-3">
      <address className="not-italic">{detail}</address>
      {latitude !== null && longitude !== null && (
        <>
          <ClientMessages only={["map"]}>
            <MapInSight
              label={t("mapOf", { name })}
              tiles={tileSource(MAP_TILE_URL, MAP_TILE_ATTRIBUTION)}
              markers={[{ id: slug, latitude, longitude, kind: "clinic", label: name, detail }]}
            />
          </ClientMessages>
          <p>
            <a
              href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
              rel="noreferrer"
              className={`${textLinkClass} inline-flex items-center gap-1.5 py-2.5`}
            >
              <MapPinned aria-hidden className="size-5" />
              {t("openMap")}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { AreaMapView } from "@/components/map/area-map-view";
import type { MapPlace, MapSight } from "@/components/map/types";
import { Button } from "@/components/ui/button";
import { nearbyKm } from "@/lib/geo";
import { ApiProvider, trpc } from "@/trpc/client";
import type { PharmacyPin } from "../../schema";
import { useFinder } from "./finder-live";
import type { FinderMapProps } from "./finder-map";
import { hrefAround } from "./form-href";
import { itemId, listId } from "./item-id";

/** A map that asks for what else lies in the circle, by its zoom. */
export function AskingMap(props: FinderMapProps) {
  return (
    <ApiProvider>
      <Asking {...props} />
    </ApiProvider>
  );
}

function Asking({ href, label, tiles, area, listed, isCut, search }: FinderMapProps) {
  const t = useTranslations("map");
  const { highlightedId, highlight, selectedId, select, go } = useFinder();
  const [sight, setSight] = useState<MapSight>();
  const [elsewhere, setElsewhere] = useState<string>();
  const markers = trpc.pharmacies.markers.useQuery(
    { ...search, zoom: sight?.zoom ?? 0, without: listed.map(({ id }) => id) },
    {
      enabled: sight !== undefined,
      placeholderData: keepPreviousData,
      trpc: { abortOnUnmount: true },
    },
  );
  const places = useMemo(
    () => [...listed, ...(markers.data?.pins ?? []).map(toPlace)],
    [listed, markers.data],
  );

  const onSight = useCallback(
    (seen: MapSight, isOther: boolean) => {
      setSight(seen);
      if (isOther) setElsewhere(href);
    },
    [href],
  );
  const onSelect = useCallback(
    (id: string) => {
      if (listed.some((place) => place.id === id)) select(id);
    },
    [listed, select],
  );
  const onLeave = useCallback(() => {
    const item = document.getElementById(itemId(highlightedId ?? ""));
    (item?.querySelector("a") ?? document.getElementById(listId))?.focus();
  }, [highlightedId]);

  function searchHere() {
    if (!sight) return;
    const km = Math.round(sight.radius / 100) / 10;
    go(hrefAround(href, sight, Math.min(nearbyKm.most, Math.max(nearbyKm.least, km))));
  }

  return (
    <AreaMapView
      className="h-full"
      label={label}
      tiles={tiles}
      area={area}
      closeUp={isCut ? listed : undefined}
      places={places}
      clusters={markers.data?.clusters ?? noClusters}
      highlightedId={highlightedId}
      selectedId={selectedId}
      onHighlight={highlight}
      onSelect={onSelect}
      onSight={onSight}
      onLeave={onLeave}
    >
      {/* Offered for the address that the map was moved away from. */}
      {elsewhere === href && (
        <Button onClick={searchHere} className="absolute start-1/2 top-3 z-[500] -translate-x-1/2">
          <Search aria-hidden className="size-5" />
          {t("searchHere")}
        </Button>
      )}
      <p
        role="status"
        className="absolute inset-x-3 bottom-12 z-[500] mx-auto w-fit rounded-control border border-line bg-surface px-3 py-1.5 text-small empty:hidden"
      >
        {markers.isError && t("othersFailed")}
      </p>
    </AreaMapView>
  );
}

const noClusters: never[] = [];

function toPlace({ isOpen, isOnDuty, slug, ...pin }: PharmacyPin): MapPlace {
  const byHours = isOpen === null ? "unknown" : isOpen ? "open" : "closed";
  return { ...pin, state: isOnDuty ? "duty" : byHours, href: `/pharmacies/${slug}` };
}

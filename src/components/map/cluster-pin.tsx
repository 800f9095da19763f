"use client";

import { divIcon, latLngBounds } from "leaflet";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Marker, useMap } from "react-leaflet";
import { nearLongitude } from "./area-view";
import { isPress } from "./press";
import type { MapCluster } from "./types";

type ClusterPinProps = { cluster: MapCluster; around: number; isCalm: boolean };

/** Several places as one button with their number; it goes nearer, until they come apart. */
export function ClusterPin({ cluster, around, isCalm }: ClusterPinProps) {
  const t = useTranslations("map");
  const map = useMap();
  const { latitude, longitude, count, bounds } = cluster;
  const icon = useMemo(() => {
    const digits = Math.min(3, String(count).length);
    return divIcon({
      className: `map-pin map-cluster map-cluster-${digits}`,
      html: `<span aria-hidden="true"><b>${shortCount(count)}</b></span>`,
      iconSize: [60, 60],
    });
  }, [count]);

  function goNearer() {
    const [south, west, north, east] = bounds;
    const box = latLngBounds(
      [south, nearLongitude(west, around)],
      [north, nearLongitude(east, around)],
    );
    const nearest = Math.max(map.getBoundsZoom(box.pad(0.2)), map.getZoom() + 1);
    map.setView(box.getCenter(), Math.min(nearest, map.getMaxZoom()), { animate: !isCalm });
    // This button is gone in a moment; the keyboard goes on from the map.
    map.getContainer().focus({ preventScroll: true });
  }

  return (
    <Marker
      position={[latitude, nearLongitude(longitude, around)]}
      icon={icon}
      title={t("cluster", { count })}
      eventHandlers={{ click: goNearer, keydown: (event) => isPress(event) && goNearer() }}
    />
  );
}

/** "1.2K": a number that fits. */
function shortCount(count: number): string {
  return new Intl.NumberFormat("en", { notation: "compact" }).format(count);
}

"use client";

import type { Map as LeafletMap } from "leaflet";
import { useState } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import { coverage, isCovered, tileAt } from "./coverage";
import { Ground } from "./ground";
import type { TileSource } from "./types";

/** Streets where they are on board and the map is near enough for them, squares everywhere else. */
export function AreaGround({ tiles, label }: { tiles: TileSource; label: string }) {
  const map = useMap();
  const [hasStreets, setHasStreets] = useState(() => isOverStreets(map));
  useMapEvents({ moveend: () => setHasStreets(isOverStreets(map)) });
  return <Ground tiles={tiles} hasStreets={hasStreets} label={label} />;
}

function isOverStreets(map: LeafletMap): boolean {
  const { lat, lng } = map.getCenter().wrap();
  return map.getZoom() >= coverage.z - 2 && isCovered(tileAt(lat, lng));
}

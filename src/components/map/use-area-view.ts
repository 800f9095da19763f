"use client";

import type { Map as LeafletMap } from "leaflet";
import { useEffect, useRef } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import { boundsOf } from "./area-view";
import type { AreaMapProps, MapSight } from "./types";

/** Shows an area when it changes, and says what is in sight after each move. */
export function useAreaView(props: AreaMapProps, isCalm: boolean): void {
  const map = useMap();
  const { area, closeUp, onSight } = props;
  const shown = useRef(keyOf(area));
  // A move that nobody made by hand: to an area, or to make room for a popup.
  const isOurs = useRef(false);

  useMapEvents({
    autopanstart: () => {
      isOurs.current = true;
    },
    moveend: () => {
      onSight(sightOf(map), !isOurs.current);
      isOurs.current = false;
    },
  });

  useEffect(() => onSight(sightOf(map), false), [map, onSight]);

  useEffect(() => {
    if (shown.current === keyOf(area)) return;
    shown.current = keyOf(area);
    const bounds = boundsOf({ area, closeUp });
    // Who asked for this very view keeps it.
    if (isInView(map, area)) return;
    isOurs.current = true;
    map.fitBounds(bounds, { padding: [28, 28], animate: !isCalm });
  }, [map, area, closeUp, isCalm]);

  useEffect(() => {
    const container = map.getContainer();
    const ended = new AbortController();
    // The wheel scrolls the page until somebody is at the map.
    const on = (event: string, act: () => void) =>
      container.addEventListener(event, act, { signal: ended.signal });
    on("focusin", () => map.scrollWheelZoom.enable());
    on("focusout", () => map.scrollWheelZoom.disable());
    return () => ended.abort();
  }, [map]);

  useEffect(() => {
    const watcher = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    watcher.observe(map.getContainer());
    return () => watcher.disconnect();
  }, [map]);
}

function keyOf({ latitude, longitude, radius }: AreaMapProps["area"]): string {
  return `${latitude} ${longitude} ${radius}`;
}

function sightOf(map: LeafletMap): MapSight {
  const centre = map.getCenter();
  const bounds = map.getBounds();
  const north = centre.distanceTo([bounds.getNorth(), centre.lng]);
  const east = centre.distanceTo([centre.lat, bounds.getEast()]);
  const { lat, lng } = centre.wrap();
  return { latitude: lat, longitude: lng, zoom: map.getZoom(), radius: Math.min(north, east) };
}

function isInView(map: LeafletMap, area: AreaMapProps["area"]): boolean {
  const sight = sightOf(map);
  const away = map.distance([sight.latitude, sight.longitude], [area.latitude, area.longitude]);
  return away < sight.radius / 10 && Math.abs(sight.radius - area.radius) < sight.radius / 4;
}

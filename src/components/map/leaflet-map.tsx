"use client";

import "leaflet/dist/leaflet.css";
import "./map.css";
import { type FitBoundsOptions, type LatLngBoundsExpression, latLngBounds } from "leaflet";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapContainer, ScaleControl, ZoomControl } from "react-leaflet";
import { coverage, isCovered, tileAt } from "./coverage";
import { Ground } from "./ground";
import { Pins } from "./pin";
import type { MapProps } from "./types";

const aroundOnePlace = 15;

function boundsOf(markers: MapProps["markers"]): LatLngBoundsExpression {
  return latLngBounds(markers.map((marker) => [marker.latitude, marker.longitude]));
}

/** Pixels kept free, so that no pin hangs over the edge or lies under the notice and the buttons. */
function airAround(hasStreets: boolean): FitBoundsOptions {
  return {
    maxZoom: aroundOnePlace,
    paddingTopLeft: [40, hasStreets ? 56 : 112],
    paddingBottomRight: [64, 48],
  };
}

export function LeafletMap(props: MapProps) {
  const { markers, tiles } = props;
  const t = useTranslations("map");
  const bounds = useMemo(() => boundsOf(markers), [markers]);
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const hasStreets =
    tiles.kind === "raster" ||
    markers.some((marker) => isCovered(tileAt(marker.latitude, marker.longitude)));
  const [first] = markers;
  if (!first) return null;
  const view =
    markers.length === 1
      ? { center: [first.latitude, first.longitude] as [number, number], zoom: aroundOnePlace }
      : { bounds, boundsOptions: airAround(hasStreets) };

  return (
    <>
      <MapContainer
        {...view}
        key={markers.map((marker) => marker.id).join()}
        className="h-full w-full"
        minZoom={tiles.kind === "embedded" && hasStreets ? coverage.z - 2 : 2}
        maxZoom={18}
        zoomControl={false}
        // A page is scrolled with one finger or the wheel; the map must not swallow that.
        scrollWheelZoom={false}
        zoomAnimation={!isCalm}
        fadeAnimation={!isCalm}
        markerZoomAnimation={!isCalm}
        inertia={!isCalm}
      >
        <Contents {...props} hasStreets={hasStreets} />
      </MapContainer>
      {!hasStreets && (
        <p className="absolute inset-x-3 top-3 z-[500] rounded-control border border-line bg-surface px-3 py-2 text-small text-ink-muted">
          {t("noStreets")}
        </p>
      )}
    </>
  );
}

/** One child, because MapContainer hands several on as a list without keys. */
function Contents(props: MapProps & { hasStreets: boolean }) {
  const t = useTranslations("map");
  return (
    <>
      <Ground tiles={props.tiles} hasStreets={props.hasStreets} label={props.label} />
      <ZoomControl position="bottomright" zoomInTitle={t("zoomIn")} zoomOutTitle={t("zoomOut")} />
      <ScaleControl position="bottomleft" />
      <Pins markers={props.markers} selectedId={props.selectedId} onSelect={props.onSelect} />
    </>
  );
}

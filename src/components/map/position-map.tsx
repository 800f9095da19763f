"use client";

import "leaflet/dist/leaflet.css";
import "./map.css";
import { divIcon, type LatLng } from "leaflet";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import {
  MapContainer,
  Marker,
  ScaleControl,
  useMap,
  useMapEvents,
  ZoomControl,
} from "react-leaflet";
import { coverage, isCovered, tileAt } from "./coverage";
import { Ground } from "./ground";
import type { TileSource } from "./types";

export type PositionMapProps = {
  label: string;
  /** Names the pin. */
  pinLabel: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  tiles: TileSource;
  onPick: (point: { latitude: number; longitude: number }) => void;
};

const asNearAsATown = 14;

/** One pin to be dragged, or put where one clicks. What it says can always be typed as well. */
export function PositionMap(props: PositionMapProps) {
  const t = useTranslations("map");
  const { latitude, longitude, tiles } = props;
  const hasStreets = tiles.kind === "raster" || isCovered(tileAt(latitude, longitude));
  return (
    <MapContainer
      center={[latitude, longitude]}
      zoom={asNearAsATown}
      className="h-full w-full"
      minZoom={tiles.kind === "embedded" && hasStreets ? coverage.z - 2 : 2}
      maxZoom={18}
      zoomControl={false}
      scrollWheelZoom={false}
      zoomAnimation={false}
      fadeAnimation={false}
      key={`${tiles.kind} ${hasStreets}`}
    >
      <Contents {...props} hasStreets={hasStreets} zoomIn={t("zoomIn")} zoomOut={t("zoomOut")} />
    </MapContainer>
  );
}

type ContentsProps = PositionMapProps & { hasStreets: boolean; zoomIn: string; zoomOut: string };

/** One child, because MapContainer hands several on as a list without keys. */
function Contents(props: ContentsProps) {
  const { latitude, longitude, onPick } = props;
  const map = useMap();
  useMapEvents({ click: ({ latlng }) => onPick(pointOf(latlng)) });
  useEffect(() => {
    if (!map.getBounds().pad(-0.1).contains([latitude, longitude]))
      map.setView([latitude, longitude]);
  }, [map, latitude, longitude]);
  const icon = useMemo(
    () =>
      divIcon({
        className: "map-pin map-pin-clinic map-pin-selected",
        html: '<span aria-hidden="true"><b>+</b></span>',
        iconSize: [44, 44],
        iconAnchor: [22, 42],
      }),
    [],
  );
  return (
    <>
      <Ground tiles={props.tiles} hasStreets={props.hasStreets} label={props.label} />
      <ZoomControl position="bottomright" zoomInTitle={props.zoomIn} zoomOutTitle={props.zoomOut} />
      <ScaleControl position="bottomleft" />
      <Marker
        position={[latitude, longitude]}
        icon={icon}
        title={props.pinLabel}
        draggable
        eventHandlers={{ dragend: ({ target }) => onPick(pointOf(target.getLatLng())) }}
      />
    </>
  );
}

function pointOf(at: LatLng): { latitude: number; longitude: number } {
  const { lat, lng } = at.wrap();
  return { latitude: lat, longitude: lng };
}

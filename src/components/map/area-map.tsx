"use client";

import "leaflet/dist/leaflet.css";
import "./map.css";
import { useTranslations } from "next-intl";
import { Circle, CircleMarker, MapContainer, ScaleControl, ZoomControl } from "react-leaflet";
import { AreaGround } from "./area-ground";
import { boundsOf, nearLongitude } from "./area-view";
import { ClusterPin } from "./cluster-pin";
import { PlacePin } from "./place-pin";
import type { AreaMapProps } from "./types";
import { useAreaKeys } from "./use-area-keys";
import { useAreaView } from "./use-area-view";

/** Many places in a circle that was searched, with what lies around it to be looked at. */
export function AreaMap(props: AreaMapProps) {
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    <MapContainer
      bounds={boundsOf(props)}
      boundsOptions={{ padding: [28, 28] }}
      className="h-full w-full"
      minZoom={3}
      maxZoom={18}
      zoomControl={false}
      // A page is scrolled with the wheel; only a map that has the focus takes it.
      scrollWheelZoom={false}
      zoomAnimation={!isCalm}
      fadeAnimation={!isCalm}
      markerZoomAnimation={!isCalm}
      inertia={!isCalm}
    >
      <Contents {...props} isCalm={isCalm} />
    </MapContainer>
  );
}

/** One child, because MapContainer hands several on as a list without keys. */
function Contents(props: AreaMapProps & { isCalm: boolean }) {
  const t = useTranslations("map");
  const { area, places, clusters, tiles, label, isCalm } = props;
  const { latitude, longitude } = area;
  useAreaView(props, isCalm);
  useAreaKeys(props.onLeave);
  return (
    <>
      <AreaGround tiles={tiles} label={label} />
      <Circle
        center={[latitude, longitude]}
        radius={area.radius}
        interactive={false}
        className="map-area"
      />
      <CircleMarker
        center={[latitude, longitude]}
        radius={6}
        interactive={false}
        className="map-centre"
      />
      {places.map((place) => (
        <PlacePin
          key={place.id}
          place={{ ...place, longitude: nearLongitude(place.longitude, longitude) }}
          isMarked={place.id === props.highlightedId || place.id === props.selectedId}
          onHighlight={props.onHighlight}
          onSelect={props.onSelect}
        />
      ))}
      {clusters.map((cluster) => (
        <ClusterPin
          key={`${cluster.latitude} ${cluster.longitude} ${cluster.count}`}
          cluster={cluster}
          around={longitude}
          isCalm={isCalm}
        />
      ))}
      <ZoomControl position="bottomright" zoomInTitle={t("zoomIn")} zoomOutTitle={t("zoomOut")} />
      <ScaleControl position="bottomleft" />
    </>
  );
}

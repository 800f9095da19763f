"use client";

import { DomUtil, GridLayer } from "leaflet";
import { useEffect } from "react";
import { TileLayer, useMap } from "react-leaflet";
import type { TileSource } from "./types";

type GroundProps = { tiles: TileSource; hasStreets: boolean; label: string };

/** What lies under the markers, and the name that the map's own focus stop goes by. */
export function Ground({ tiles, hasStreets, label }: GroundProps) {
  const map = useMap();
  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", label);
    map.attributionControl.setPrefix(false);
  }, [map, label]);

  if (tiles.kind === "raster") return <TileLayer url={tiles.url} attribution={tiles.attribution} />;
  return hasStreets ? <Streets /> : <Squares />;
}

function Streets() {
  const map = useMap();
  useEffect(() => {
    const ended = new AbortController();
    import("./street-layer").then(({ addStreets }) => {
      if (!ended.signal.aborted) addStreets(map, ended.signal);
    });
    return () => ended.abort();
  }, [map]);
  return null;
}

class SquareLayer extends GridLayer {
  protected override createTile(): HTMLElement {
    return DomUtil.create("div", "map-square");
  }
}

/** Plain squares: with the scale they still show how far apart things are. */
function Squares() {
  const map = useMap();
  useEffect(() => {
    const layer = new SquareLayer({ tileSize: 128 }).addTo(map);
    return () => {
      layer.remove();
    };
  }, [map]);
  return null;
}

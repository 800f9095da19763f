import * as leaflet from "leaflet";
import type { View } from "protomaps-leaflet";
import { OnBoardTiles } from "./on-board-tiles";
import { streetLabels, streetPaint } from "./street-style";

const attribution =
  '<a href="https://www.mapbox.com/about/maps/">© Mapbox</a> <a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a>';

/** What of protomaps' layer we use; its own type says `any`. */
type StreetLayer = leaflet.GridLayer & { views: Map<string, View> };

/**
 * Draws the streets on board, in the colours of the page, again when the page changes between light
 * and dark, until the signal ends it.
 */
export async function addStreets(map: leaflet.Map, signal: AbortSignal): Promise<void> {
  // protomaps-leaflet looks for Leaflet where a script tag would have put it.
  Object.assign(window, { L: leaflet });
  const protomaps = await import("protomaps-leaflet");
  const source = new OnBoardTiles(protomaps.ZxySource);

  const draw = () => {
    const layer = protomaps.leafletLayer({
      url: "/tiles/{z}/{x}/{y}",
      attribution,
      paintRules: streetPaint(protomaps),
      labelRules: streetLabels(protomaps),
    }) as unknown as StreetLayer;
    const tileSize = 256;
    layer.views.set(
      "",
      new protomaps.View(new protomaps.TileCache(source, tileSize), source.zoom, 0),
    );
    return layer.addTo(map);
  };

  if (signal.aborted) return;
  let layer = draw();
  const redraw = () => {
    layer.remove();
    layer = draw();
  };
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", redraw, { signal });
  const watcher = new MutationObserver(redraw);
  watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    layer.remove();
  });
}

import type { TileSource } from "./types";

/** The settings MAP_TILE_URL and MAP_TILE_ATTRIBUTION as a source; without them what is on board. */
export function tileSource(url: string | undefined, attribution: string | undefined): TileSource {
  if (!url) return { kind: "embedded" };
  return { kind: "raster", url, attribution: attribution ?? "" };
}

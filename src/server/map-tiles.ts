import { tileSource } from "@/components/map/tile-source";
import { env } from "@/env.mjs";

/** The map's ground as the settings say. */
export function mapTiles() {
  const { MAP_TILE_URL, MAP_TILE_ATTRIBUTION } = env();
  return tileSource(MAP_TILE_URL, MAP_TILE_ATTRIBUTION);
}

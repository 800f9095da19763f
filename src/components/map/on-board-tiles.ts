import type { Feature, TileSource, Zxy, ZxySource } from "protomaps-leaflet";
import { coverage, coveredTilesUnder, type TileAddress } from "./coverage";

type Layers = Map<string, Feature[]>;

/**
 * The tiles on board exist at one zoom level. Nearer, the renderer enlarges them; farther out, this
 * puts four or sixteen of them together. Outside the covered area it answers empty and asks nobody.
 */
export class OnBoardTiles implements TileSource {
  readonly zoom = coverage.z;
  private readonly source: ZxySource;

  constructor(Source: typeof ZxySource) {
    this.source = new Source("/tiles/{z}/{x}/{y}", false);
  }

  async get(tile: Zxy, tileSize: number): Promise<Layers> {
    const parts = await Promise.all(
      coveredTilesUnder(tile).map(async (part) => {
        // Without a connection the pins and the scale are still right; only the streets are missing.
        const layers = await this.source.get(part, tileSize).catch((): Layers => new Map());
        return part.z === tile.z ? layers : shrink(layers, part, tile, tileSize);
      }),
    );
    return parts.reduce(join, new Map());
  }
}

function join(all: Layers, part: Layers): Layers {
  for (const [name, features] of part) all.set(name, [...(all.get(name) ?? []), ...features]);
  return all;
}

/** Moves what is in one tile to its place in the larger tile around it. */
function shrink(layers: Layers, part: TileAddress, whole: Zxy, tileSize: number): Layers {
  const span = 2 ** (part.z - whole.z);
  const left = (part.x - whole.x * span) * tileSize;
  const top = (part.y - whole.y * span) * tileSize;
  const move = (feature: Feature): Feature => ({
    ...feature,
    geom: feature.geom.map((line) =>
      line.map((point) => {
        const moved = point.clone();
        moved.x = (point.x + left) / span;
        moved.y = (point.y + top) / span;
        return moved;
      }),
    ),
    bbox: {
      minX: (feature.bbox.minX + left) / span,
      minY: (feature.bbox.minY + top) / span,
      maxX: (feature.bbox.maxX + left) / span,
      maxY: (feature.bbox.maxY + top) / span,
    },
  });
  return new Map([...layers].map(([name, features]) => [name, features.map(move)]));
}

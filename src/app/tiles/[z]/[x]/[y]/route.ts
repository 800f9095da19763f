import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isCovered } from "@/components/map/coverage";

const folder = join(process.cwd(), "node_modules/@mapbox/mvt-fixtures/real-world/chicago");
const yearInSeconds = 365 * 24 * 60 * 60;

type TileParams = { params: Promise<{ z: string; x: string; y: string }> };

function toNumber(text: string): number {
  return /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
}

/**
 * Street tiles (Mapbox Vector Tiles) that lie on this machine: a map without a network. Only known
 * whole numbers become part of a file name; outside the covered area there is nothing: 204.
 */
export async function GET(_: Request, { params }: TileParams): Promise<Response> {
  const given = await params;
  const tile = { z: toNumber(given.z), x: toNumber(given.x), y: toNumber(given.y) };
  if (Object.values(tile).some(Number.isNaN)) return new Response(null, { status: 404 });
  if (!isCovered(tile)) return new Response(null, { status: 204 });
  const bytes = await readFile(join(folder, `${tile.z}-${tile.x}-${tile.y}.mvt`));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.mapbox-vector-tile",
      "cache-control": `public, max-age=${yearInSeconds}, immutable`,
    },
  });
}

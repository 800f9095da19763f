import type { Point } from "@/lib/geo";
import { type Refusal, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { parseWall } from "@/lib/time/wall";

/** How far from now somebody may ask whether a pharmacy is open, in days. */
export const mostDaysAhead = 366;

/** At most so many pins and groups are sent to a map. */
export const mostMarks = 2000;

/** Groups are squares of so many pixels. */
const CELL = 64;
const WORLD = 256;
const EQUATOR_METRES = 40_075_016.7;
/** Where Mercator's map ends, north and south. */
const MAP_ENDS_AT = 85.05;
const MS_PER_DAY = 86_400_000;

/**
 * Why one cannot be told what is open at a wall time ("2026-11-25T22:00"): it is more than a year
 * from now, where hours are guesses. Null where one can.
 */
export function refuseMoment(open: string | undefined, now: Instant): Refusal | null {
  if (!open || open === "now") return null;
  const days = ((parseWall(open) ?? Number.NaN) - now.epochMilliseconds) / MS_PER_DAY;
  if (Math.abs(days) <= mostDaysAhead) return null;
  const sentence = "Choose a time within a year from now.";
  return refuse("INVALID_INPUT", { fields: { "filters.open": sentence } });
}

/** How many squares of a group lie side by side around the world at a zoom. */
export function cellsAround(zoom: number): number {
  return (WORLD / CELL) * 2 ** Math.floor(zoom);
}

/**
 * By how many halvings the squares of a zoom must be made coarser so that a circle (metres) has no
 * more than `mostMarks` of them, wherever the pharmacies lie in it.
 */
export function coarserBy(zoom: number, near: Point, metres: number): number {
  const reach = Math.abs(near.latitude) + (metres / EQUATOR_METRES) * 360;
  const isPolar = reach >= MAP_ENDS_AT;
  const shrunk = Math.cos((Math.min(reach, MAP_ENDS_AT) * Math.PI) / 180);
  for (let steps = 0; ; steps++) {
    const around = cellsAround(Math.floor(zoom) - steps);
    const across = (2 * metres * around) / (EQUATOR_METRES * shrunk) + 1;
    const squares = (isPolar ? around : Math.min(across, around)) * across;
    if (squares <= mostMarks) return steps;
  }
}

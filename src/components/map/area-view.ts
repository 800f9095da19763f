import { type LatLngBounds, latLng, latLngBounds } from "leaflet";
import type { AreaMapProps } from "./types";

/** The same meridian, counted so that it lies nearest to another: across the date line a map goes on. */
export function nearLongitude(longitude: number, around: number): number {
  return longitude + 360 * Math.round((around - longitude) / 360);
}

/** What an area's map begins with: the places close up, or else all of the circle. */
export function boundsOf({ area, closeUp }: Pick<AreaMapProps, "area" | "closeUp">): LatLngBounds {
  const middle = latLng(area.latitude, area.longitude);
  if (!closeUp?.length) return middle.toBounds(2 * area.radius);
  const bounds = latLngBounds([middle, middle]);
  for (const place of closeUp)
    bounds.extend([place.latitude, nearLongitude(place.longitude, area.longitude)]);
  return bounds;
}

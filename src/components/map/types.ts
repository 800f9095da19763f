/** Where the picture of the ground comes from: somebody's raster tiles, or the ones on board. */
export type TileSource =
  | { kind: "raster"; url: string; attribution: string }
  | { kind: "embedded" };

export type MarkerKind = "clinic" | "pharmacy" | "you";

export type MapMarker = {
  id: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  kind: MarkerKind;
  /** The name, as in the list beside the map. */
  label: string;
  /** A short text on the marker, the same as in the list: "1", "2". */
  badge?: string;
  /** Where the name leads, shown when the marker is opened. */
  href?: string;
  /** A second line when opened: the address, the distance. */
  detail?: string;
};

export type MapProps = {
  /** Names the map: "Clinics near Chicago". */
  label: string;
  markers: MapMarker[];
  tiles: TileSource;
  selectedId?: string;
  onSelect?: (id: string) => void;
  /** Gives the size; without it the map is 20rem high. */
  className?: string;
};

/** What the outline and the sign of a place on an area's map say, without any colour. */
export const placeStates = ["open", "duty", "closed", "unknown"] as const;
export type PlaceState = (typeof placeStates)[number];

/** A place on an area's map. With a number it is in the list under that number. */
export type MapPlace = {
  id: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  name: string;
  state: PlaceState;
  number?: number;
  href: string;
  /** A second line when opened. */
  detail?: string;
};

/** The id of a place's pin in the document, for the keyboard to come back to. */
export function pinId(id: string): string {
  return `map-place-${id}`;
}

/** [south, west, north, east] in degrees; west may be beyond east across the date line. */
export type MapBounds = [number, number, number, number];

/** Several places too close to tell apart at this zoom. */
export type MapCluster = {
  latitude: number;
  longitude: number;
  count: number;
  bounds: MapBounds;
};

/** What is in sight: the middle, the zoom, and how far it is to the nearest edge in metres. */
export type MapSight = { latitude: number; longitude: number; zoom: number; radius: number };

export type AreaMapProps = {
  /** Names the map: "Pharmacies near Chicago". */
  label: string;
  tiles: TileSource;
  /** The circle that was searched, metres; the map goes there whenever it changes. */
  area: { latitude: number; longitude: number; radius: number };
  /** Shown as near as they fit; without it all of the circle is. */
  closeUp?: readonly { latitude: number; longitude: number }[];
  places: readonly MapPlace[];
  clusters: readonly MapCluster[];
  highlightedId?: string;
  selectedId?: string;
  onHighlight: (id: string | undefined) => void;
  onSelect: (id: string) => void;
  /** After each move; `isOther` once a person has moved it away from the area. */
  onSight: (sight: MapSight, isOther: boolean) => void;
  /** Escape: whoever came here by the keyboard goes back to the list. */
  onLeave: () => void;
};

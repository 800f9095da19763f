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

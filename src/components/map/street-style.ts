import type { Feature, LabelRule, PaintRule } from "protomaps-leaflet";

type Protomaps = typeof import("protomaps-leaflet");

/** A token's value as it is now, light or dark: a canvas knows no variables. */
function ink(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

const isClass =
  (...classes: string[]) =>
  (_: number, feature: Feature) =>
    classes.includes(String(feature.props.class));

const big = isClass("motorway", "trunk", "motorway_link");
const middle = isClass("primary", "secondary", "tertiary");
const small = isClass("street", "street_limited", "pedestrian", "service");

/** Layers and classes are those of mapbox-streets-v7, which the tiles on board are made of. */
export function streetPaint({ PolygonSymbolizer, LineSymbolizer, exp }: Protomaps): PaintRule[] {
  const area = (fill: string) => new PolygonSymbolizer({ fill: ink(fill) });
  const line = (token: string, stops: number[][]) =>
    new LineSymbolizer({ color: ink(token), width: exp(1.6, stops) });
  const widths = {
    small: [
      [12, 0.4],
      [14, 2],
      [18, 14],
    ],
    middle: [
      [11, 0.8],
      [14, 3.5],
      [18, 20],
    ],
    big: [
      [11, 1.6],
      [14, 5],
      [18, 26],
    ],
    rail: [
      [11, 0.5],
      [16, 2],
    ],
  };
  return [
    {
      dataLayer: "landuse",
      symbolizer: area("map-green"),
      filter: isClass("park", "grass", "pitch", "wood", "cemetery"),
    },
    { dataLayer: "landuse", symbolizer: area("accent-soft"), filter: isClass("hospital") },
    { dataLayer: "water", symbolizer: area("map-water") },
    { dataLayer: "waterway", symbolizer: line("map-water", widths.rail) },
    { dataLayer: "building", symbolizer: area("map-building"), minzoom: 15 },
    {
      dataLayer: "road",
      symbolizer: line("map-building", widths.rail),
      filter: isClass("major_rail", "minor_rail"),
    },
    { dataLayer: "road", symbolizer: line("map-road", widths.small), filter: small, minzoom: 13 },
    { dataLayer: "road", symbolizer: line("map-road", widths.middle), filter: middle },
    { dataLayer: "road", symbolizer: line("map-road-major", widths.big), filter: big },
  ];
}

export function streetLabels(protomaps: Protomaps): LabelRule[] {
  const { CenteredTextSymbolizer, LineLabelSymbolizer } = protomaps;
  const look = {
    labelProps: ["name_en", "name"],
    fill: ink("map-label"),
    stroke: ink("map-land"),
    width: 3,
  };
  const font = (weight: number, size: number) =>
    `${weight} ${size}px "Atkinson Hyperlegible Next Variable", sans-serif`;
  return [
    {
      dataLayer: "place_label",
      symbolizer: new CenteredTextSymbolizer({ ...look, font: font(650, 13) }),
      filter: (zoom, feature) => Number(feature.props.localrank) <= (zoom < 13 ? 1 : 4),
    },
    {
      dataLayer: "road_label",
      symbolizer: new LineLabelSymbolizer({ ...look, font: font(500, 12) }),
      filter: (zoom, feature) => zoom >= 15 || middle(zoom, feature),
      minzoom: 14,
    },
    {
      dataLayer: "poi_label",
      symbolizer: new CenteredTextSymbolizer({ ...look, font: font(500, 12) }),
      filter: (_, feature) => ["park", "hospital"].includes(String(feature.props.maki)),
      minzoom: 14,
    },
  ];
}

import { expect, it } from "vitest";
import { sourceName } from "./source-name";

it.each([
  ["osm-csv-ph", "OpenStreetMap contributors (ODbL)"],
  ["osm-geojson", "OpenStreetMap contributors (ODbL)"],
  ["nhsbsa-gb", "NHS Business Services Authority (Open Government Licence v3.0)"],
  ["city-list", "city-list"],
  ["osmosis", "osmosis"],
])("%s is named %s", (source, name) => {
  expect(sourceName(source)).toBe(name);
});

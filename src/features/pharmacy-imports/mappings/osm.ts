import type { Mapping } from "./mapping";

const said = {
  name: ["name", "name:en"],
  brand: ["brand", "operator"],
  city: ["addr:city", "addr:town", "addr:municipality"],
  postalCode: ["addr:postcode"],
  phone: ["phone", "contact:phone", "contact:mobile"],
  website: ["website", "contact:website"],
};
const address = {
  street: ["addr:housenumber", "addr:street"],
  parts: [["addr:full"], ["addr:barangay", "addr:suburb"], ["addr:province"]],
};
const rest = { facts: said, address, osmHours: ["opening_hours"], checkedOn: ["check_date"] };

/** A table made of OpenStreetMap's pharmacies. */
export const osmCsv: Mapping = {
  name: "osm-csv",
  format: "csv",
  id: [["osm_type", "OSM_ID"], ["OSM_ID"], ["osm_type", "osm_id"], ["osm_id"]],
  latitude: ["Latitude", "latitude", "lat"],
  longitude: ["Longitude", "longitude", "lon"],
  ...rest,
};

/** Places of health from OpenStreetMap, of which the pharmacies are taken. */
export const osmGeojson: Mapping = {
  name: "osm-geojson",
  format: "geojson",
  only: { columns: ["amenity", "healthcare", "kind"], words: ["pharmacy"] },
  id: [["osm_type", "osm_id"], ["osm_id"], ["@id"]],
  ...rest,
};

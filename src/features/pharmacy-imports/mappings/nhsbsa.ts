import type { Mapping } from "./mapping";

const day = (name: string) => [`opening_hours_${name}`];

/** Pharmacies of the NHS in England, as its Business Services Authority lists them. */
export const nhsbsa: Mapping = {
  name: "nhsbsa",
  format: "geojson",
  country: "GB",
  id: [["organisation_data_service_code"]],
  facts: { name: ["pharmacy_name"], city: ["la_name"], postalCode: ["postcode"] },
  address: { street: [], parts: [["address"]] },
  weekHours: {
    monday: day("monday"),
    tuesday: day("tuesday"),
    wednesday: day("wednesday"),
    thursday: day("thursday"),
    friday: day("friday"),
    saturday: day("saturday"),
    sunday: day("sunday"),
  },
};

import type { Mapping } from "./mapping";

const day = (name: string) => [name, `opening_hours_${name}`];

/** A list that somebody keeps: columns by our own names. */
export const plain: Mapping = {
  name: "plain",
  format: "csv",
  id: [["id"]],
  facts: {
    name: ["name"],
    brand: ["brand"],
    city: ["city"],
    country: ["country"],
    postalCode: ["postal_code", "postcode"],
    phone: ["phone"],
    website: ["website"],
    services: ["services"],
    insurance: ["insurance_providers"],
    deliveryKm: ["delivery_radius_km"],
  },
  latitude: ["latitude"],
  longitude: ["longitude"],
  address: { street: [], parts: [["address"]] },
  osmHours: ["opening_hours"],
  weekHours: {
    monday: day("monday"),
    tuesday: day("tuesday"),
    wednesday: day("wednesday"),
    thursday: day("thursday"),
    friday: day("friday"),
    saturday: day("saturday"),
    sunday: day("sunday"),
  },
  checkedOn: ["checked_on"],
};

import { type OpeningDay, type OpeningRule, openingDays } from "@/features/opening-hours/schema";
import { pharmacyRow } from "@/testing/factories/pharmacy";
import { clinicSpots } from "./clinics";
import type { Clock } from "./clock";
import { type City, type CityKey, cities } from "./data/cities";
import { idOf, type Random, random } from "./random";
import { uniqueSlugs } from "./slug";

const counts: Record<CityKey, number> = {
  chicago: 166,
  mumbai: 10,
  berlin: 9,
  kathmandu: 7,
  sydney: 8,
};

const names: Record<CityKey, readonly string[]> = {
  chicago: [
    "% Pharmacy",
    "% Drugs",
    "% Family Pharmacy",
    "Corner Pharmacy %",
    "% Apothecary",
    "Lakeside Pharmacy %",
    "Good Neighbor Rx %",
    "% Community Pharmacy",
  ],
  mumbai: ["% Chemists", "% Medical Stores", "New % Medico"],
  berlin: ["% Apotheke", "Apotheke am Platz, %", "Linden-Apotheke %"],
  kathmandu: ["% Pharmacy", "% Aushadhi Pasal"],
  sydney: ["% Pharmacy", "% Chemist", "% Day & Night Chemist"],
};

const weekdays = openingDays.slice(0, 5);
const everyDay = openingDays.slice(0, 7);

/** A rule: on these days, in these windows; without windows closed. */
const on = (days: readonly OpeningDay[], ...windows: string[]): OpeningRule => ({
  days: [...days],
  windows,
});
const always: OpeningRule[] = [{ windows: ["00:00-24:00"] }];
const closedOnHolidays = on(["holiday"]);

/** Opening hours as they are usual there. */
const hours: Record<CityKey, readonly OpeningRule[][]> = {
  chicago: [
    [on(weekdays, "09:00-19:00"), on(["saturday"], "09:00-17:00")],
    [on(weekdays, "08:00-21:00"), on(["saturday", "sunday"], "09:00-18:00")],
    always,
    [on([...weekdays, "saturday"], "09:00-18:00"), closedOnHolidays],
    [on(weekdays, "08:30-12:30", "13:30-19:00"), on(["saturday"], "09:00-13:00")],
    [on(everyDay, "07:00-24:00")],
    [
      on(weekdays, "09:00-20:00"),
      on(["saturday"], "10:00-16:00"),
      on(["sunday"], "11:00-15:00"),
      closedOnHolidays,
    ],
    [
      on(["monday", "tuesday", "wednesday", "thursday"], "10:00-22:00"),
      on(["friday", "saturday"], "10:00-02:00"),
      on(["sunday"], "12:00-20:00"),
    ],
  ],
  mumbai: [
    [on(everyDay, "08:00-23:00")],
    [on([...weekdays, "saturday"], "09:00-22:00"), on(["sunday"], "09:00-14:00")],
    always,
  ],
  berlin: [
    [on(weekdays, "08:30-18:30"), on(["saturday"], "09:00-13:00"), closedOnHolidays],
    [on(weekdays, "08:00-20:00"), on(["saturday"], "09:00-18:00"), closedOnHolidays],
    [
      on(["monday", "tuesday", "thursday"], "08:30-13:00", "14:30-18:30"),
      on(["wednesday", "saturday"], "09:00-13:00"),
      on(["friday"], "08:30-18:00"),
      closedOnHolidays,
    ],
  ],
  kathmandu: [
    [on([...weekdays, "sunday"], "08:00-20:00"), on(["saturday"], "09:00-13:00")],
    [on(everyDay, "07:00-21:00")],
  ],
  sydney: [
    [on(weekdays, "08:30-18:30"), on(["saturday"], "09:00-17:00"), on(["sunday"], "10:00-16:00")],
    [on(everyDay, "08:00-22:00")],
    [on(weekdays, "09:00-17:30"), on(["saturday"], "09:00-13:00"), closedOnHolidays],
  ],
};

const services = [
  "Flu vaccination",
  "Blood pressure check",
  "Compounding",
  "Medication review",
  "Travel vaccination",
  "Blood glucose test",
  "Wound care supplies",
  "Pill packaging",
];

export type DemoPharmacy = ReturnType<typeof pharmacyRow>;

/** Two hundred pharmacies; a few are not verified, and a few have closed for good. */
export function buildPharmacies(clock: Clock): DemoPharmacy[] {
  const slug = uniqueSlugs();
  return Object.values(cities).flatMap((city) => {
    const rng = random(`pharmacies ${city.key}`);
    const taken = new Set(clinicSpots(city));
    const free = rng.shuffle(city.spots.filter(({ address }) => !taken.has(address)));
    return free.slice(0, counts[city.key]).map((spot, index) => {
      const name = rng.pick(names[city.key]).replace("%", spot.district);
      return build(rng, city, { ...spot, name, slug: slug(name), index }, clock);
    });
  });
}

function build(
  rng: Random,
  city: City,
  at: City["spots"][number] & { name: string; slug: string; index: number },
  clock: Clock,
): DemoPharmacy {
  const delivers = rng.chance(0.45);
  const takesInsurance = rng.chance(0.7);
  const isVerified = !rng.chance(0.06);
  return pharmacyRow({
    id: idOf(`pharmacy ${at.slug}`),
    name: at.name,
    slug: at.slug,
    latitude: at.latitude,
    longitude: at.longitude,
    address: at.address,
    phone: city.phone?.(100 + at.index) ?? null,
    email: `hello@${at.slug}.demo.medico24.example`,
    city: city.name,
    country: city.country,
    timezone: city.timezone,
    openingHours: { rules: rng.pick(hours[city.key]) },
    hoursConfirmedAt: isVerified ? clock.daysAgo(rng.int(1, 300)) : null,
    services: rng.some(services, 1, 5),
    supportsDelivery: delivers,
    deliveryRadiusKm: delivers ? rng.pick([2, 3, 5, 8]) : null,
    acceptsInsurance: takesInsurance,
    insuranceProviders: takesInsurance ? rng.some(city.insurers, 1, 4) : [],
    isVerified,
    verifiedAt: isVerified ? clock.daysAgo(rng.int(20, 400)) : null,
    isActive: !rng.chance(0.02),
    createdAt: clock.daysAgo(rng.int(401, 900)),
  });
}

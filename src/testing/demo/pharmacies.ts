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

/** Opening hours in OpenStreetMap's syntax, as they are usual there. */
const hours: Record<CityKey, readonly string[]> = {
  chicago: [
    "Mo-Fr 09:00-19:00; Sa 09:00-17:00; Su off",
    "Mo-Fr 08:00-21:00; Sa-Su 09:00-18:00",
    "24/7",
    "Mo-Sa 09:00-18:00; PH off",
    "Mo-Fr 08:30-12:30,13:30-19:00; Sa 09:00-13:00",
    "Mo-Su 07:00-24:00",
    "Mo-Fr 09:00-20:00; Sa 10:00-16:00; Su 11:00-15:00; PH off",
    "Mo-Th 10:00-22:00; Fr-Sa 10:00-02:00; Su 12:00-20:00",
  ],
  mumbai: ["Mo-Su 08:00-23:00", "Mo-Sa 09:00-22:00; Su 09:00-14:00", "24/7"],
  berlin: [
    "Mo-Fr 08:30-18:30; Sa 09:00-13:00; PH off",
    "Mo-Fr 08:00-20:00; Sa 09:00-18:00; PH off",
    "Mo,Tu,Th 08:30-13:00,14:30-18:30; We 08:30-13:00; Fr 08:30-18:00; Sa 09:00-13:00; PH off",
  ],
  kathmandu: ["Su-Fr 08:00-20:00; Sa 09:00-13:00", "Mo-Su 07:00-21:00"],
  sydney: [
    "Mo-Fr 08:30-18:30; Sa 09:00-17:00; Su 10:00-16:00",
    "Mo-Su 08:00-22:00",
    "Mo-Fr 09:00-17:30; Sa 09:00-13:00; PH off",
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
    address: `${at.address}, ${city.name}`,
    phone: city.phone?.(100 + at.index) ?? null,
    email: `hello@${at.slug}.demo.medico24.example`,
    openingHours: { osm: rng.pick(hours[city.key]) },
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

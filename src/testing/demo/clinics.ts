import { slugOf } from "@/lib/slug";
import { clinicRow } from "@/testing/factories/clinic";
import type { Clock } from "./clock";
import { type City, type CityKey, cities } from "./data/cities";
import {
  type ClinicKind,
  chicagoKinds,
  clinicCounts,
  polyclinic,
  polyclinicNames,
} from "./data/clinic-kinds";
import { idOf, type Random, random } from "./random";
import { uniqueSlugs } from "./slug";

export type DemoClinic = {
  row: ReturnType<typeof clinicRow>;
  city: City;
  /** Empty: every speciality. */
  specialities: readonly string[];
};

const amenities = [
  "Step-free access",
  "Lift",
  "Parking",
  "Children's corner",
  "Close to public transport",
  "Wi-Fi",
  "Interpreter by phone",
];

/** Spots of one city, one in each district before any gets its second. */
function spread(city: City, count: number) {
  const turns = new Map<string, number>();
  return random(`clinic spots ${city.key}`)
    .shuffle(city.spots)
    .map((spot) => {
      const turn = turns.get(spot.district) ?? 0;
      turns.set(spot.district, turn + 1);
      return { spot, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ spot }) => spot);
}

function kindsOf(key: CityKey): ClinicKind[] {
  if (key === "chicago")
    return chicagoKinds.flatMap(([kind, count]) => Array<ClinicKind>(count).fill(kind));
  return Array<ClinicKind>(clinicCounts[key]).fill({ ...polyclinic, names: polyclinicNames[key] });
}

function nameOf(kind: ClinicKind, place: string, turn: number): string {
  const pattern = kind.names[turn % kind.names.length] ?? "%";
  return pattern.replace("%", place);
}

/** The spots that a city's clinics take, so that nothing else is put into the same house. */
export function clinicSpots(city: City): readonly string[] {
  return spread(city, kindsOf(city.key).length).map(({ address }) => address);
}

/** All clinics, the same in every demo. */
export function buildClinics(clock: Clock): DemoClinic[] {
  const slug = uniqueSlugs();
  return Object.values(cities).flatMap((city) => {
    const kinds = kindsOf(city.key);
    const places = spread(city, kinds.length);
    const rng = random(`clinics ${city.key}`);
    return places.map((spot, index): DemoClinic => {
      const kind = kinds[index] ?? polyclinic;
      const name = nameOf(kind, spot.district, index);
      const row = buildRow({ rng, city, kind, name, slug: slug(name), spot, index, clock });
      return { city, specialities: kind.specialities, row };
    });
  });
}

function buildRow(from: {
  rng: Random;
  city: City;
  kind: ClinicKind;
  name: string;
  slug: string;
  spot: City["spots"][number];
  index: number;
  clock: Clock;
}) {
  const { rng, city, kind, name, spot, index, clock } = from;
  return clinicRow({
    id: idOf(`clinic ${from.slug}`),
    name,
    slug: from.slug,
    description: kind.description,
    contacts: {
      ...(city.phone && { phone: city.phone(index) }),
      email: `desk@${slugOf(name)}.demo.medico24.example`,
    },
    address: `${spot.address}, ${spot.district}`,
    city: city.name,
    country: city.country,
    currency: city.currency,
    timezone: city.timezone,
    latitude: spot.latitude,
    longitude: spot.longitude,
    openingHours: { osm: kind.hours },
    services: [...kind.services],
    amenities: rng.some(amenities, 2, 5),
    insuranceAccepted: rng.some(city.insurers, 2, city.insurers.length),
    createdAt: clock.daysAgo(rng.int(1110, 1400)),
  });
}

import { usualCover, writeCover } from "@/features/duty/cover";
import { planRota } from "@/features/duty/rules";
import { fromDate, instantOf, toDate } from "@/lib/time/instant";
import type { Clock } from "./clock";
import type { DemoPharmacy } from "./pharmacies";
import { idOf } from "./random";

const places = [
  {
    name: "Chicago Loop",
    slug: "chicago-loop",
    country: "US",
    timezone: "America/Chicago",
    latitude: 41.8835,
    longitude: -87.6305,
    radiusKm: 3,
  },
  {
    name: "Chicago North Side",
    slug: "chicago-north-side",
    country: "US",
    timezone: "America/Chicago",
    latitude: 41.9395,
    longitude: -87.6535,
    radiusKm: 4,
  },
  {
    name: "Berlin Mitte",
    slug: "berlin-mitte",
    country: "DE",
    timezone: "Europe/Berlin",
    latitude: 52.52,
    longitude: 13.405,
    radiusKm: 12,
  },
] as const;

/** A week behind today and two ahead. */
const daysBefore = 7;
const daysAhead = 14;

/** The night, counted from today, for which the first district has nobody. */
const gapDay = 3;

const most = 8;

/** Districts with a rota around the world's day, full but for one night. */
export function buildDuty(pharmacies: readonly DemoPharmacy[], clock: Clock) {
  const taken = new Set<string>();
  return places.map((place, index) => {
    const id = idOf(`duty district ${place.slug}`);
    const cover = writeCover(usualCover);
    const around = pharmacies
      .filter((one) => one.isActive && one.isVerified && one.timezone === place.timezone)
      .filter((one) => !taken.has(one.id) && kilometres(one, place) <= place.radiusKm)
      .slice(0, most);
    for (const { id: pharmacyId } of around) taken.add(pharmacyId);
    const first = clock.today.subtract({ days: daysBefore });
    const plan =
      around.length === 0
        ? []
        : planRota({
            cover,
            around: {
              timezone: place.timezone,
              isHoliday: () => false,
              sun: () => ({ sunrise: 360, sunset: 1080 }),
            },
            first,
            days: daysBefore + daysAhead,
            pharmacyIds: around.map((one) => one.id),
            taken: [],
            busy: [],
            now: fromDate(clock.daysAgo(daysBefore + 2)),
          });
    const open = String(clock.today.add({ days: gapDay }));
    const shifts = plan
      .filter(({ state, date }) => state === "new" && !(index === 0 && date === open))
      .map(({ pharmacyId, startMs, endMs }) => ({
        id: idOf(`duty ${place.slug} ${startMs}`),
        districtId: id,
        pharmacyId,
        startsAt: toDate(instantOf(startMs)),
        endsAt: toDate(instantOf(endMs)),
      }));
    return { ...place, id, cover, shifts };
  });
}

type Spot = { latitude: number; longitude: number };

/** Near enough on a city's scale. */
function kilometres(a: Spot, b: Spot): number {
  const north = (a.latitude - b.latitude) * 111.2;
  const east = (a.longitude - b.longitude) * 111.2 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

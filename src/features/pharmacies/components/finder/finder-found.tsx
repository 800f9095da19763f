import { getTranslations } from "next-intl/server";
import type { MapPlace, TileSource } from "@/components/map/types";
import { ZoneNote } from "@/components/time/zone-note";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDistance } from "@/lib/geo";
import { zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { PharmacyResult, SearchInput, SearchResults } from "../../schema";
import { type FinderFilters, finderHref } from "../../search-url";
import { FinderLayout } from "./finder-layout";
import { FinderList } from "./finder-list";
import { FinderMap } from "./finder-map";
import { FinderWaiting } from "./finder-waiting";
import { type SetFilter, wallInWords } from "./set-filters";

type FinderFoundProps = {
  filters: FinderFilters;
  set: SetFilter[];
  search: Pick<SearchInput, "near" | "radiusKm" | "filters">;
  found: SearchResults;
  /** How many there are in the whole circle. */
  total: number;
  tiles: TileSource;
  now: Instant;
};

/** What a search found, as a list and as a map that say the same. */
export async function FinderFound(props: FinderFoundProps) {
  const { filters, set, search, found, total, tiles, now } = props;
  const t = await getTranslations("finder");
  const { open, after } = filters;
  const zone = found.results[0]?.timezone;
  return (
    <>
      <div className="grid gap-1">
        <p role="status" className="text-lead">
          {t("found", { count: total, km: search.radiusKm })}
          {t("nearestFirst", { count: total })}
        </p>
        {open && open !== "now" && (
          <p className="text-ink-muted">{t("thenNote", { time: wallInWords(open) })}</p>
        )}
        {zone && (
          <p className="text-small text-ink-muted has-[>.hidden]:hidden">
            <ZoneNote zone={zone} at={now.epochMilliseconds} isOwnLine>
              {t("zoneNote", { zone: zoneName(zone, now) })}
            </ZoneNote>
          </p>
        )}
        {after && <p className="text-ink-muted">{t("laterPage")}</p>}
      </div>
      <ClientMessages only={["map"]}>
        <FinderLayout
          showMap={t("showMap")}
          hideMap={t("hideMap")}
          list={<FinderList found={found} filters={filters} set={set} now={now} />}
          waiting={<FinderWaiting label={t("searching")} />}
          map={
            <FinderMap
              href={finderHref(filters)}
              label={t("mapLabel")}
              tiles={tiles}
              area={{ ...search.near, radius: search.radiusKm * 1000 }}
              listed={found.results.map(toPlace)}
              isCut={found.next !== null || after !== undefined}
              search={search}
            />
          }
        />
      </ClientMessages>
    </>
  );
}

function toPlace(pharmacy: PharmacyResult, index: number): MapPlace {
  const { id, slug, name, latitude, longitude, state, duty, distance, address } = pharmacy;
  const byHours = state === null ? "unknown" : state.isOpen ? "open" : "closed";
  return {
    id,
    latitude,
    longitude,
    name,
    state: duty ? "duty" : byHours,
    number: index + 1,
    href: `/pharmacies/${slug}`,
    detail: [formatDistance(distance), address].filter(Boolean).join(" · "),
  };
}

import { CalendarSearch } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { nearbyKm, writePoint } from "@/lib/geo";
import { changedHref, type SearchFilters } from "../search-url";
import type { SetFilter } from "./set-filters";

/** Nobody matches: what to try next, the smallest change first. */
export async function EmptyResults({ filters, set }: { filters: SearchFilters; set: SetFilter[] }) {
  const t = await getTranslations("search");
  const { near, place } = filters;
  const isNarrow = (filters.km ?? nearbyKm.usual) < nearbyKm.most;
  // "-87.6,41.9" is a place near the South Pole, and Chicago with its coordinates swapped.
  const swapped =
    near && Math.abs(near.longitude) <= 90
      ? { latitude: near.longitude, longitude: near.latitude }
      : null;
  const link = (href: string, text: string) => (
    <ButtonLink key={href} href={href} prefetch={false} variant="secondary">
      {text}
    </ButtonLink>
  );
  return (
    <EmptyState
      icon={CalendarSearch}
      title={t("emptyTitle")}
      actions={
        <>
          {(near || place) &&
            isNarrow &&
            link(
              changedHref(filters, { km: nearbyKm.most }),
              t("emptyWiden", { km: nearbyKm.most }),
            )}
          {swapped &&
            Math.abs(near?.latitude ?? 0) > 60 &&
            link(
              changedHref(filters, { near: swapped }),
              t("emptySwap", { point: writePoint(swapped) }),
            )}
          {set.length > 1 &&
            set.map(({ label, href }) => link(href, t("emptyWithout", { filter: label })))}
          {link("/doctors", t("emptyAll"))}
        </>
      }
    >
      {t("emptyBody")}
    </EmptyState>
  );
}

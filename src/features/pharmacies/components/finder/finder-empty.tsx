import { MapPinOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { nearbyKm, writePoint } from "@/lib/geo";
import { changedFinderHref, type FinderFilters, radii } from "../../search-url";
import type { SetFilter } from "./set-filters";

/** Nothing within the circle: what to try next, the smallest change first. */
export async function FinderEmpty({ filters, set }: { filters: FinderFilters; set: SetFilter[] }) {
  const t = await getTranslations("finder");
  const radius = filters.radius ?? nearbyKm.usual;
  const wider = [radii.find((km) => km > radius * 2), nearbyKm.most].filter(
    (km, index, all) => km !== undefined && km > radius && all.indexOf(km) === index,
  );
  const { near } = filters;
  // "-87.6,41.9" is a place near the South Pole, and Chicago with its coordinates swapped.
  const swapped =
    near && Math.abs(near.latitude) > 60 && Math.abs(near.longitude) <= 90
      ? { latitude: near.longitude, longitude: near.latitude }
      : null;
  const link = (href: string, text: string) => (
    <ButtonLink key={href} href={href} prefetch={false} variant="secondary">
      {text}
    </ButtonLink>
  );
  return (
    <EmptyState
      icon={MapPinOff}
      title={t("emptyTitle", { km: radius })}
      actions={
        <>
          {set.map(({ label, href }) => link(href, t("emptyWithout", { filter: label })))}
          {wider.map((km) =>
            link(changedFinderHref(filters, { radius: km }), t("emptyWiden", { km: km ?? 0 })),
          )}
          {swapped &&
            link(
              changedFinderHref(filters, { near: swapped }),
              t("emptySwap", { point: writePoint(swapped) }),
            )}
        </>
      }
    >
      {t("emptyBody")}
    </EmptyState>
  );
}

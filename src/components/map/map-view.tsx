"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/skeleton";
import type { MapProps } from "./types";

// Leaflet needs a browser, and is only worth loading where there is a map.
const LeafletMap = dynamic(() => import("./leaflet-map").then((module) => module.LeafletMap), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-none" />,
});

/**
 * A map beside an equal list or address: it never says anything that the list does not. Needs the
 * namespace `map` (see i18n/client-messages).
 */
export function MapView(props: MapProps) {
  const t = useTranslations("map");
  return (
    <section
      aria-label={props.label}
      data-print="hide"
      className={cx(
        "relative isolate overflow-hidden rounded-card border border-line bg-map",
        props.className ?? "h-80",
      )}
    >
      <p className="sr-only">{t("help")}</p>
      <LeafletMap {...props} />
    </section>
  );
}

"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/skeleton";
import { placeSigns } from "./place-signs";
import { type AreaMapProps, placeStates } from "./types";

// Leaflet needs a browser, and is only worth loading where there is a map.
const AreaMap = dynamic(() => import("./area-map").then((module) => module.AreaMap), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-none" />,
});

type AreaMapViewProps = AreaMapProps & {
  /** What lies over the map: a button to search here. */
  children?: ReactNode;
  className?: string;
};

/** A map of an area beside its equal list, with what its signs mean. Needs the namespace `map`. */
export function AreaMapView({ children, className, ...map }: AreaMapViewProps) {
  const t = useTranslations("map");
  return (
    <section
      aria-label={map.label}
      className={cx(
        "flex flex-col overflow-hidden rounded-card border border-line bg-surface",
        className,
      )}
    >
      <p className="sr-only">{t("areaHelp")}</p>
      <div className="relative isolate min-h-0 flex-1 bg-map">
        <AreaMap {...map} />
        {children}
      </div>
      <ul
        aria-label={t("legend")}
        className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-3 py-2 text-small text-ink-muted"
      >
        {placeStates.map((state) => (
          <li key={state} className="flex items-center gap-1.5">
            <span aria-hidden className={`map-pin map-place map-place-small map-place-${state}`}>
              <span>
                <b>{placeSigns[state]}</b>
              </span>
            </span>
            {t(`states.${state}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

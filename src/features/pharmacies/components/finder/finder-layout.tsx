"use client";

import { Map as MapIcon, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useFinder } from "./finder-live";

type FinderLayoutProps = {
  list: ReactNode;
  /** What stands in for the list while another one is on its way, in its shape. */
  waiting: ReactNode;
  map: ReactNode;
  showMap: string;
  hideMap: string;
};

/**
 * The list, and beside it the map. On a phone the list comes first, and the map only for who asks for
 * it: over the list, which goes on below.
 */
export function FinderLayout({ list, waiting, map, showMap, hideMap }: FinderLayoutProps) {
  const { isPending, isMapOpen, setMapOpen } = useFinder();
  const isWide = useSyncExternalStore(
    onWidth,
    () => matchMedia(wide).matches,
    () => false,
  );
  const hasMap = isWide || isMapOpen;
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isMapOpen) place.current?.scrollIntoView({ block: "start" });
  }, [isMapOpen]);

  return (
    <div
      data-map-open={isMapOpen || undefined}
      className="flex flex-col gap-4 lg:grid lg:items-start lg:grid-cols-[minmax(0,25rem)_minmax(0,1fr)] lg:gap-6"
    >
      <Button
        variant="secondary"
        aria-expanded={isMapOpen}
        aria-controls="finder-map"
        onClick={() => setMapOpen(!isMapOpen)}
        className="lg:hidden"
      >
        {isMapOpen ? (
          <X aria-hidden className="size-5" />
        ) : (
          <MapIcon aria-hidden className="size-5" />
        )}
        {isMapOpen ? hideMap : showMap}
      </Button>
      <div aria-busy={isPending} className="max-lg:order-last lg:col-start-1 lg:row-start-1">
        <div hidden={isPending}>{list}</div>
        {isPending && waiting}
      </div>
      <div
        ref={place}
        id="finder-map"
        data-print="hide"
        className={cx(
          "sticky top-18 z-10 scroll-mt-18 rounded-card bg-map max-lg:h-[50svh] lg:top-20 lg:col-start-2 lg:row-start-1 lg:h-[calc(100svh-6.5rem)] lg:min-h-96",
          !isMapOpen && "max-lg:hidden",
        )}
      >
        {hasMap && map}
      </div>
    </div>
  );
}

const wide = "(min-width: 64rem)";

function onWidth(changed: () => void): () => void {
  const width = matchMedia(wide);
  width.addEventListener("change", changed);
  return () => width.removeEventListener("change", changed);
}

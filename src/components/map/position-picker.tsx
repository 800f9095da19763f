"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { PositionMapProps } from "./position-map";

// Leaflet needs a browser, and is only worth loading where there is a map.
const PositionMap = dynamic(() => import("./position-map").then((module) => module.PositionMap), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-none" />,
});

/** A map to pick one point on, beside a box to type it in. Needs the namespace `map`. */
export function PositionPicker(props: PositionMapProps) {
  return (
    <section
      aria-label={props.label}
      className="relative isolate h-72 overflow-hidden rounded-card border border-line bg-map"
    >
      <PositionMap {...props} />
    </section>
  );
}

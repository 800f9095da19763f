"use client";

import dynamic from "next/dynamic";
import type { AreaMapProps, MapPlace } from "@/components/map/types";
import { Skeleton } from "@/components/ui/skeleton";
import type { MarkersInput } from "../../schema";

export type FinderMapProps = Pick<AreaMapProps, "label" | "tiles" | "area"> & {
  /** The address that is shown. */
  href: string;
  /** Those of the list, numbered as there. */
  listed: MapPlace[];
  /** Whether the list goes on: then the map begins with those that it shows. */
  isCut: boolean;
  /** The search as the list was made by it. */
  search: Pick<MarkersInput, "near" | "radiusKm" | "filters">;
};

// With the map come its own questions to the server; who never opens it loads neither.
const AskingMap = dynamic(() => import("./asking-map").then((module) => module.AskingMap), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-card" />,
});

/** The map of a search. Needs the namespace `map`. */
export function FinderMap(props: FinderMapProps) {
  return <AskingMap {...props} />;
}

"use client";

import { useEffect, useRef, useState } from "react";
import { MapView } from "./map-view";
import type { MapProps } from "./types";

/**
 * A map that is loaded only once it is nearly in sight: who came for a time never pays for it. Its
 * place is kept, so nothing moves. Needs the namespace `map`.
 */
export function MapInSight(props: MapProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);

  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true),
      { rootMargin: "200px" },
    );
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);

  return (
    <div ref={place} className="h-64 rounded-card bg-map" data-print="hide">
      {isNear && <MapView {...props} className="h-64" />}
    </div>
  );
}

"use client";

import type { Marker } from "leaflet";
import { useEffect, useRef } from "react";
import { useMap, useMapEvents } from "react-leaflet";

const step = 80;
const steps: Record<string, [number, number]> = {
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
};

/**
 * Beside Leaflet's own keys for the map itself: the arrows also move it from a pin, and Escape goes
 * back, from what a pin has opened to the pin, and from anywhere else to `onLeave`.
 */
export function useAreaKeys(onLeave: () => void): void {
  const map = useMap();
  const opened = useRef<Marker>(null);
  useMapEvents({
    popupopen: ({ popup }) => {
      opened.current = "_source" in popup ? (popup._source as Marker) : null;
    },
    popupclose: () => {
      opened.current = null;
    },
  });
  useEffect(() => {
    const container = map.getContainer();
    const onKeyDown = (event: KeyboardEvent) => {
      const by = steps[event.key];
      if (event.key === "Escape") {
        const pin = opened.current?.getElement();
        event.stopPropagation();
        map.closePopup();
        if (pin && event.target !== pin) pin.focus();
        else onLeave();
      } else if (by && event.target !== container) {
        event.preventDefault();
        map.panBy(by);
      }
    };
    // Before Leaflet's own, which would close the popup and forget whose it was.
    container.addEventListener("keydown", onKeyDown, { capture: true });
    return () => container.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [map, onLeave]);
}

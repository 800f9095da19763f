"use client";

import { divIcon, type Marker as LeafletMarker } from "leaflet";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { Marker, Popup } from "react-leaflet";
import { textLinkClass } from "@/components/ui/text-link";
import { placeSigns } from "./place-signs";
import { isPress } from "./press";
import { type AreaMapProps, type MapPlace, pinId } from "./types";

type PlacePinProps = Pick<AreaMapProps, "onHighlight" | "onSelect"> & {
  place: MapPlace;
  isMarked: boolean;
};

export function PlacePin({ place, isMarked, onHighlight, onSelect }: PlacePinProps) {
  const t = useTranslations("map");
  const { id, latitude, longitude, name, state, number, href, detail } = place;
  const pin = useRef<LeafletMarker>(null);
  const icon = useMemo(
    () =>
      divIcon({
        className: `map-pin map-place map-place-${state}${number ? "" : " map-place-small"}`,
        html: `<span aria-hidden="true"><b>${number ?? placeSigns[state]}</b></span>`,
        iconSize: [44, 44],
        iconAnchor: [22, 22],
        popupAnchor: [0, -16],
      }),
    [state, number],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new icon begins without the mark
  useEffect(() => {
    pin.current?.getElement()?.classList.toggle("map-place-marked", isMarked);
  }, [isMarked, icon]);

  useEffect(() => {
    const element = pin.current?.getElement();
    if (element) element.id = pinId(id);
    const ended = new AbortController();
    element?.addEventListener("focus", () => onHighlight(id), { signal: ended.signal });
    element?.addEventListener("blur", () => onHighlight(undefined), { signal: ended.signal });
    return () => ended.abort();
  }, [id, onHighlight]);

  return (
    <Marker
      ref={pin}
      position={[latitude, longitude]}
      icon={icon}
      // The name of the marker's button, and a tooltip to the mouse.
      title={t(number ? "numberedPlace" : "place", {
        number: number ?? 0,
        name,
        state: t(`states.${state}`),
      })}
      zIndexOffset={isMarked ? 2000 : number ? 1000 - number : 0}
      eventHandlers={{
        click: () => onSelect(id),
        keydown: (event) => {
          if (!isPress(event)) return;
          pin.current?.openPopup();
          onSelect(id);
        },
        mouseover: () => onHighlight(id),
        mouseout: () => onHighlight(undefined),
        // What is in the list is focused there; anything else is read here.
        popupopen: ({ popup }) => {
          if (!number) popup.getElement()?.querySelector("a")?.focus({ preventScroll: true });
        },
      }}
    >
      <Popup closeButton={false}>
        <span className="block font-semibold">
          <Link href={href} prefetch={false} className={textLinkClass}>
            {name}
          </Link>
        </span>
        <span className="block text-small text-ink-muted">{detail ?? t(`states.${state}`)}</span>
      </Popup>
    </Marker>
  );
}

"use client";

import { divIcon } from "leaflet";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Marker, Popup } from "react-leaflet";
import { textLinkClass } from "@/components/ui/text-link";
import type { MapMarker, MapProps, MarkerKind } from "./types";

type PinProps = {
  marker: MapMarker;
  kindName: string;
  isSelected: boolean;
  onSelect?: (id: string) => void;
};

/** Each kind has its own outline and sign: a drop with a cross, a square with a P, a ring. */
const signs: Record<MarkerKind, string> = { clinic: "+", pharmacy: "P", you: "" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function Pin({ marker, kindName, isSelected, onSelect }: PinProps) {
  const { id, kind, badge, label, detail, href } = marker;
  const icon = useMemo(
    () =>
      divIcon({
        className: `map-pin map-pin-${kind}${isSelected ? " map-pin-selected" : ""}`,
        html: `<span aria-hidden="true"><b>${escapeHtml(badge ?? signs[kind])}</b></span>`,
        iconSize: [44, 44],
        iconAnchor: kind === "clinic" ? [22, 42] : [22, 22],
        popupAnchor: kind === "clinic" ? [0, -38] : [0, -18],
      }),
    [kind, badge, isSelected],
  );
  return (
    <Marker
      position={[marker.latitude, marker.longitude]}
      icon={icon}
      // The name of the marker's button, and a tooltip to the mouse.
      title={badge ? `${badge}. ${label}` : `${kindName}: ${label}`}
      zIndexOffset={isSelected ? 1000 : 0}
      eventHandlers={{ click: () => onSelect?.(id) }}
    >
      <Popup closeButton={false}>
        <span className="block font-semibold">
          {href ? (
            <Link href={href} className={textLinkClass}>
              {label}
            </Link>
          ) : (
            label
          )}
        </span>
        {detail && <span className="block text-small text-ink-muted">{detail}</span>}
      </Popup>
    </Marker>
  );
}

export function Pins(props: Pick<MapProps, "markers" | "selectedId" | "onSelect">) {
  const t = useTranslations("map");
  return props.markers.map((marker) => (
    <Pin
      key={marker.id}
      marker={marker}
      kindName={t(marker.kind)}
      isSelected={marker.id === props.selectedId}
      onSelect={props.onSelect}
    />
  ));
}

"use client";

import { LocateButton, type LocateWords } from "@/components/ui/locate-button";
import { type Point, writePoint } from "@/lib/geo";

/**
 * Searches around the device with whatever the form around it says. The position leaves the device
 * rounded to about a kilometre.
 */
export function NearMe({ words }: { words: LocateWords }) {
  return (
    <LocateButton
      words={words}
      variant="quiet"
      className="-ms-2"
      onPosition={(point, form) => form && location.assign(addressNear(form, point))}
    />
  );
}

function addressNear(form: HTMLFormElement, near: Point): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") params.set(name, value);
  }
  params.delete("place");
  params.set("near", writePoint(near));
  return `${form.getAttribute("action")}?${params.toString().replaceAll("%2C", ",")}`;
}

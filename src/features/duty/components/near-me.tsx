"use client";

import { LocateButton, type LocateWords } from "@/components/ui/locate-button";
import { writePoint } from "@/lib/geo";

/** Shows the districts around the device first. The position leaves it rounded to about a kilometre. */
export function NearMe({ words }: { words: LocateWords }) {
  return (
    <LocateButton
      words={words}
      onPosition={(point) => location.replace(`/pharmacies/duty?near=${writePoint(point)}`)}
    />
  );
}

"use client";

import { LocateButton, type LocateWords } from "@/components/ui/locate-button";
import { useFinder } from "./finder-live";
import { hrefOf } from "./form-href";

/**
 * Searches around the device, with whatever the form around it says. The position leaves the device
 * rounded to about a hundred metres, and takes the place of the address in the history, so that it
 * stays nowhere.
 */
export function NearMe({ words }: { words: LocateWords }) {
  const { go } = useFinder();
  return (
    <LocateButton
      words={words}
      block
      className="max-lg:col-span-2 lg:max-w-64"
      onPosition={(point, form) => form && go(hrefOf(form, point), "replace")}
    />
  );
}

"use client";

import { useId } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { trpc } from "@/trpc/client";
import type { Place } from "../schema";

type TownSearchProps = {
  label: string;
  hint: string;
  listLabel: string;
  onChoose: (place: Place) => void;
};

/** Brings a map to a town of the gazetteer. No answer of a form by itself. */
export function TownSearch({ label, hint, listLabel, onChoose }: TownSearchProps) {
  const id = useId();
  const utils = trpc.useUtils();
  return (
    <Field id={id} label={label} hint={hint}>
      <Combobox
        id={id}
        aria-describedby={`${id}-hint`}
        maxLength={100}
        listLabel={listLabel}
        suggest={async (text) => {
          if (text.trim().length < 2) return [];
          const places = await utils.places.suggest.fetch({ text: text.slice(0, 100) });
          return places.map((place) => ({ value: place.label, label: place.label }));
        }}
        onChoose={async (chosen) => {
          const { place } = await utils.places.resolve.fetch({ text: chosen.label });
          if (place) onChoose(place);
        }}
      />
    </Field>
  );
}

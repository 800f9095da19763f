"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Place } from "@/features/places/schema";
import { trpc } from "@/trpc/client";

/** Brings the map to a town of the gazetteer. No answer of the form by itself. */
export function TownSearch({ onChoose }: { onChoose: (place: Place) => void }) {
  const t = useTranslations("registry");
  const id = useId();
  const utils = trpc.useUtils();
  return (
    <Field id={id} label={t("findTown")} hint={t("findTownHint")}>
      <Combobox
        id={id}
        aria-describedby={`${id}-hint`}
        maxLength={100}
        listLabel={t("towns")}
        suggest={async (text) => {
          if (text.trim().length < 2) return [];
          const places = await utils.places.suggest.fetch({ text: text.slice(0, 100) });
          return places.map(({ label }) => ({ value: label, label }));
        }}
        onChoose={async ({ label }) => {
          const { place } = await utils.places.resolve.fetch({ text: label });
          if (place) onChoose(place);
        }}
      />
    </Field>
  );
}

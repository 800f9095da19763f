"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { PositionPicker } from "@/components/map/position-picker";
import type { TileSource } from "@/components/map/types";
import type { Option } from "@/components/ui/select";
import { type Point, parsePoint } from "@/lib/geo";
import { trpc } from "@/trpc/client";
import type { ProposeAnswers } from "../clinic-schema";
import { CityField } from "./city-field";

type PlaceFieldsProps = { zones: Option[]; currencies: Option[]; tiles: TileSource };
type Town = { label: string; zone: string } & Point;

/** Finer than a door nobody points. */
const decimals = 5;

/** Town, point, time zone and currency: the first says what the others most likely are. */
export function PlaceFields({ zones, currencies, tiles }: PlaceFieldsProps) {
  const t = useTranslations("practice");
  const form = useFormContext<ProposeAnswers>();
  const utils = trpc.useUtils();
  const [town, setTown] = useState<Town | null>(null);

  async function suggestFor(city: string, position = form.getValues("position")) {
    if (city.trim().length < 2) return;
    const known = parsePoint(position) ? position : "";
    // Suggestions are a help: without an answer one chooses by hand.
    const found = await utils.practice.describePlace
      .fetch({ city, position: known })
      .catch(() => null);
    if (!found) return setTown(null);
    const { place, timezone, currency } = found;
    setTown({ ...place, zone: timezone });
    suggest("timezone", timezone);
    if (currency) suggest("currency", currency);
  }

  /** What someone chose by hand stays. */
  function suggest(name: "timezone" | "currency", value: string) {
    if (form.getFieldState(name).isDirty) return;
    form.resetField(name, { defaultValue: value });
  }

  function pick({ latitude, longitude }: Point) {
    const text = `${latitude.toFixed(decimals)}, ${longitude.toFixed(decimals)}`;
    form.setValue("position", text, { shouldDirty: true, shouldValidate: true });
    void suggestFor(form.getValues("city"), text);
  }

  const picked = parsePoint(form.watch("position"));
  const pin = picked ?? town;
  return (
    <>
      <CityField onPlace={(city) => void suggestFor(city)} />
      {town && pin && (
        <PositionPicker
          key={town.label}
          label={t("mapLabel")}
          pinLabel={t("mapPin")}
          latitude={pin.latitude}
          longitude={pin.longitude}
          tiles={tiles}
          onPick={pick}
        />
      )}
      <TextField
        name="position"
        label={t("position")}
        hint={t("positionHint")}
        autoComplete="off"
        isOptional
      />
      <SelectField
        name="timezone"
        label={t("timezone")}
        hint={town ? t("timezoneSuggested", { zone: town.zone }) : t("timezoneHint")}
        // A zone that the list knows by another name.
        options={
          !town || zones.some(({ value }) => value === town.zone)
            ? zones
            : [{ value: town.zone, label: town.zone }, ...zones]
        }
      />
      <SelectField name="currency" label={t("currency")} options={currencies} />
    </>
  );
}

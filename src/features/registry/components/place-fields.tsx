"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { PositionPicker } from "@/components/map/position-picker";
import type { TileSource } from "@/components/map/types";
import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/select";
import { TownSearch } from "@/features/places/components/town-search";
import type { Place } from "@/features/places/schema";
import { type Point, parsePoint } from "@/lib/geo";
import { trpc } from "@/trpc/client";
import type { ClinicDraft } from "../form-schema";

export type PlaceChoices = { zones: Option[]; countries: Option[]; tiles: TileSource };

/** Finer than a door nobody points. */
const decimals = 5;

/** Where it is: picked on the map or typed; the clock there is suggested and a person says yes. */
export function PlaceFields({ zones, countries, tiles }: PlaceChoices) {
  const t = useTranslations("registry");
  const form = useFormContext<ClinicDraft>();
  const point = parsePoint(form.watch("position"));

  function pick({ latitude, longitude }: Point) {
    const text = `${latitude.toFixed(decimals)}, ${longitude.toFixed(decimals)}`;
    form.setValue("position", text, { shouldDirty: true, shouldValidate: true });
  }

  function begin({ name, country, ...at }: Place) {
    pick(at);
    if (form.getValues("city") === "") form.setValue("city", name, { shouldDirty: true });
    if (form.getValues("country") === "") form.setValue("country", country, { shouldDirty: true });
  }

  return (
    <>
      <TextField name="address" label={t("address")} maxLength={500} autoComplete="off" />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="city" label={t("city")} maxLength={100} autoComplete="off" />
        <SelectField name="country" label={t("country")} options={countries} />
      </div>
      <TownSearch
        label={t("findTown")}
        hint={t("findTownHint")}
        listLabel={t("towns")}
        onChoose={begin}
      />
      {point && (
        <PositionPicker
          label={t("map")}
          pinLabel={t("pin")}
          latitude={point.latitude}
          longitude={point.longitude}
          tiles={tiles}
          onPick={pick}
        />
      )}
      <TextField
        name="position"
        label={t("position")}
        hint={t("positionHint")}
        maxLength={60}
        autoComplete="off"
      />
      <ZoneField zones={zones} point={point} />
    </>
  );
}

function ZoneField({ zones, point }: { zones: Option[]; point: Point | null }) {
  const t = useTranslations("registry");
  const form = useFormContext<ClinicDraft>();
  const chosen = form.watch("timezone");
  const { data } = trpc.registry.zoneAt.useQuery(
    { latitude: point?.latitude ?? 0, longitude: point?.longitude ?? 0 },
    { enabled: point !== null, staleTime: Number.POSITIVE_INFINITY },
  );
  const there = point ? data?.timezone : undefined;
  const nameOf = (zone: string) => zone.replaceAll("_", " ");
  // A zone that the list knows by another name.
  const unlisted = [chosen, there].filter(
    (zone) => zone && zones.every(({ value }) => value !== zone),
  ) as string[];
  return (
    <div className="grid gap-2">
      <SelectField
        name="timezone"
        label={t("timezone")}
        hint={t("timezoneHint")}
        options={[...unlisted.map((value) => ({ value, label: nameOf(value) })), ...zones]}
      />
      <div role="status" className="flex flex-wrap items-center gap-3 text-small">
        {there && there === chosen && <p>{t("zoneFits")}</p>}
        {there && there !== chosen && (
          <>
            <p>{t("zoneSuggested", { zone: nameOf(there) })}</p>
            <Button
              variant="secondary"
              onClick={() => {
                form.setValue("timezone", there, { shouldDirty: true, shouldValidate: true });
                form.setFocus("timezone");
              }}
            >
              {t("zoneUse", { zone: nameOf(there) })}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { PositionPicker } from "@/components/map/position-picker";
import { Button } from "@/components/ui/button";
import { TownSearch } from "@/features/places/components/town-search";
import { type Point, parsePoint } from "@/lib/geo";
import { trpc } from "@/trpc/client";
import type { DistrictDraft } from "../form-schema";
import type { DistrictChoices } from "./district-form";

/** Where a district is: its middle on the map, its radius, whose holidays and clocks it keeps. */
export function DistrictPlace({ zones, countries, tiles }: DistrictChoices) {
  const t = useTranslations("duty");
  const form = useFormContext<DistrictDraft>();
  const point = parsePoint(form.watch("position"));

  function pick({ latitude, longitude }: Point) {
    const text = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
    form.setValue("position", text, { shouldDirty: true, shouldValidate: true });
  }

  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <legend className="mb-4 text-h2">{t("place")}</legend>
      <TownSearch
        label={t("findTown")}
        hint={t("findTownHint")}
        listLabel={t("towns")}
        onChoose={({ country, ...at }) => {
          pick(at);
          form.setValue("country", country, { shouldDirty: true });
        }}
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
      <TextField
        name="radiusKm"
        label={t("radiusKm")}
        hint={t("radiusHint")}
        inputMode="decimal"
        maxLength={8}
        autoComplete="off"
        className="max-w-64"
      />
      <SelectField
        name="country"
        label={t("country")}
        hint={t("countryHint")}
        options={countries}
      />
      <SelectField name="timezone" label={t("timezone")} hint={t("timezoneHint")} options={zones} />
      {point && <ZoneThere point={point} />}
    </fieldset>
  );
}

/** The clock at the point is suggested; a person says yes. */
function ZoneThere({ point: { latitude, longitude } }: { point: Point }) {
  const t = useTranslations("duty");
  const form = useFormContext<DistrictDraft>();
  const chosen = form.watch("timezone");
  const { data } = trpc.registry.zoneAt.useQuery(
    { latitude, longitude },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const there = data?.timezone;
  return (
    <div role="status" className="text-small">
      {there && there === chosen && <p>{t("zoneFits")}</p>}
      {there && there !== chosen && (
        <Button
          variant="secondary"
          onClick={() =>
            form.setValue("timezone", there, { shouldDirty: true, shouldValidate: true })
          }
        >
          {t("zoneUse", { zone: there.replaceAll("_", " ") })}
        </Button>
      )}
    </div>
  );
}

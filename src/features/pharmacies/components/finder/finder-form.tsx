import { ChevronDown, Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TidyForm } from "@/components/form/tidy-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { describedBy, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { locateWords } from "@/components/ui/locate-words";
import { Select } from "@/components/ui/select";
import { nearbyKm, writePoint } from "@/lib/geo";
import { pharmacyServices } from "../../schema";
import { type FinderFilters, radii, switches } from "../../search-url";
import { NearMe } from "./near-me";

type FinderFormProps = {
  filters: FinderFilters;
  /** Names to choose from; any other may be typed. */
  insurers: string[];
  /** The field for a place, which has its suggestions from elsewhere; its id is "finder-place". */
  placeField: ReactNode;
};

/** The search as a plain GET form: its answer is an address that can be kept and shared. */
export async function FinderForm({ filters, insurers, placeField }: FinderFormProps) {
  const t = await getTranslations("finder");
  const radius = filters.radius ?? nearbyKm.usual;
  const distances = [...new Set([...radii, radius])].sort((a, b) => a - b);
  return (
    <search>
      <TidyForm
        action="/pharmacies"
        className="grid gap-2 rounded-card border border-line bg-surface p-4 shadow-raised sm:gap-4 sm:p-5"
      >
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 sm:gap-4 lg:grid-cols-[minmax(0,1fr)_12rem_auto_auto]">
          <Field id="finder-place" label={t("where")} className="max-lg:col-span-2">
            {placeField}
          </Field>
          {filters.near && <input type="hidden" name="near" value={writePoint(filters.near, 3)} />}
          <Select
            key={radius}
            aria-label={t("within")}
            name="radius"
            options={distances.map((km) => ({ value: String(km), label: t("withinKm", { km }) }))}
            defaultValue={String(radius)}
          />
          <Button type="submit">
            <Search aria-hidden className="size-5" />
            {t("find")}
          </Button>
          <NearMe words={await locateWords()} />
        </div>
        <MoreFilters filters={filters} insurers={insurers} />
      </TidyForm>
    </search>
  );
}

async function MoreFilters({ filters, insurers }: Omit<FinderFormProps, "placeField">) {
  const t = await getTranslations("finder");
  const { open, services, insurance, rating } = filters;
  const stars = [...new Set([3, 4, 4.5, ...(rating ? [rating] : [])])].sort((a, b) => a - b);
  return (
    <details className="group">
      <summary className="-mx-1 flex min-h-touch w-fit list-none items-center gap-2 rounded-control px-1 font-semibold">
        {t("moreFilters")}
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-3">
        <fieldset className="grid content-start gap-1">
          <legend className="mb-1 font-semibold">{t("only")}</legend>
          {/* A chosen time takes the place of "now". */}
          <Checkbox name="open" value="now" label={t("openNow")} defaultChecked={open === "now"} />
          {switches.map((name) => (
            <Checkbox
              key={name}
              name={name}
              value="1"
              label={t(`switches.${name}`)}
              defaultChecked={filters[name]}
            />
          ))}
        </fieldset>
        <div className="grid content-start gap-4">
          <Field id="finder-at" label={t("openAt")} hint={t("openAtHint")}>
            <Input
              {...describedBy("finder-at", { hint: true })}
              id="finder-at"
              name="at"
              type="datetime-local"
              defaultValue={open !== "now" ? open : undefined}
            />
          </Field>
          <Field id="finder-insurance" label={t("insurance")} hint={t("insuranceHint")}>
            <Input
              {...describedBy("finder-insurance", { hint: true })}
              id="finder-insurance"
              name="insurance"
              defaultValue={insurance}
              maxLength={100}
              autoComplete="off"
              list="finder-insurers"
            />
            <datalist id="finder-insurers">
              {insurers.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </Field>
          <Field id="finder-rating" label={t("rating")}>
            <Select
              key={rating}
              id="finder-rating"
              name="rating"
              placeholder={t("anyRating")}
              options={stars.map((value) => ({
                value: String(value),
                label: t("atLeast", { rating: value }),
              }))}
              defaultValue={rating === undefined ? "" : String(rating)}
            />
          </Field>
        </div>
        <fieldset className="grid content-start gap-1 sm:col-span-2 sm:grid-cols-2 lg:col-span-1 lg:grid-cols-1">
          <legend className="mb-1 font-semibold">{t("services")}</legend>
          {pharmacyServices.map((value) => (
            <Checkbox
              key={value}
              name="services"
              value={value}
              label={value}
              defaultChecked={services.includes(value)}
            />
          ))}
        </fieldset>
      </div>
    </details>
  );
}

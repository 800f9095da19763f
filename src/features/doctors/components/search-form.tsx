import { ChevronDown, Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TidyForm } from "@/components/form/tidy-form";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { describedBy, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { locateWords } from "@/components/ui/locate-words";
import { Select } from "@/components/ui/select";
import { nearbyKm, writePoint } from "@/lib/geo";
import type { Facets } from "../schema";
import type { SearchFilters } from "../search-url";
import { NearMe } from "./near-me";
import { PlaceField } from "./place-field";

type SearchFormProps = {
  facets: Facets;
  filters?: SearchFilters;
  /** The start page asks for two things only; the results have all filters beside them. */
  shape: "start" | "results";
};

/** The search as a plain GET form: its answer is an address that can be kept and shared. */
export async function SearchForm({ facets, filters, shape }: SearchFormProps) {
  const t = await getTranslations("search");
  const isStart = shape === "start";
  return (
    <search>
      <TidyForm
        action="/doctors"
        className={cx(
          "grid gap-x-4 gap-y-4 rounded-card border border-line bg-surface p-4 shadow-raised sm:p-6",
          isStart && "md:grid-cols-[1fr_1fr_auto]",
        )}
      >
        <Field id="search-q" label={t("what")} hint={t("whatHint")}>
          <Input
            {...describedBy("search-q", { hint: true })}
            id="search-q"
            name="q"
            type="search"
            list="search-known"
            defaultValue={filters?.q}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
          />
          <datalist id="search-known">
            {facets.specialities.map(({ value }) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </Field>
        <div>
          <Field id="search-place" label={t("where")} hint={t("whereHint")}>
            <PlaceField
              id="search-place"
              name="place"
              defaultValue={filters?.place}
              listLabel={t("places")}
              aria-describedby="search-place-hint"
            />
          </Field>
          <NearMe words={await locateWords()} />
          {filters?.near && <input type="hidden" name="near" value={writePoint(filters.near)} />}
        </div>
        {filters && <MoreFilters facets={facets} filters={filters} />}
        <div className={cx(isStart && "md:pt-[3.6rem]")}>
          <Button type="submit" size={isStart ? "lg" : "md"} block>
            <Search aria-hidden className="size-5" />
            {t(isStart ? "find" : "update")}
          </Button>
        </div>
      </TidyForm>
    </search>
  );
}

async function MoreFilters({ facets, filters }: { facets: Facets; filters: SearchFilters }) {
  const t = await getTranslations("search");
  const { speciality, km, language, fee, clinic, sort } = filters;
  const isAnySet = [speciality, km, language, fee].some((value) => value !== undefined);
  const distances = [...new Set([2, 5, 10, 25, 50, nearbyKm.most, km ?? nearbyKm.usual])];
  const choices = (values: Facets["languages"]) =>
    values.map(({ value }) => ({ value, label: value }));
  return (
    <details open={isAnySet} className="group">
      <summary className="-mx-1 flex min-h-touch list-none items-center justify-between rounded-control px-1 font-semibold">
        {t("moreFilters")}
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 pt-2">
        <Field id="search-speciality" label={t("speciality")}>
          <Select
            id="search-speciality"
            name="speciality"
            placeholder={t("anySpeciality")}
            options={choices(facets.specialities)}
            defaultValue={speciality ?? ""}
          />
        </Field>
        <Field id="search-km" label={t("within")}>
          <Select
            id="search-km"
            name="km"
            options={distances
              .sort((a, b) => a - b)
              .map((value) => ({ value: String(value), label: t("withinKm", { km: value }) }))}
            defaultValue={String(km ?? nearbyKm.usual)}
          />
        </Field>
        <Field id="search-language" label={t("language")}>
          <Select
            id="search-language"
            name="language"
            placeholder={t("anyLanguage")}
            options={choices(facets.languages)}
            defaultValue={language ?? ""}
          />
        </Field>
        <Field id="search-fee" label={t("fee")} hint={t("feeHint")}>
          <Input
            {...describedBy("search-fee", { hint: true })}
            id="search-fee"
            name="fee"
            inputMode="decimal"
            defaultValue={fee}
            maxLength={10}
            autoComplete="off"
          />
        </Field>
        {clinic && <input type="hidden" name="clinic" value={clinic} />}
        {sort !== "soonest" && <input type="hidden" name="sort" value={sort} />}
      </div>
    </details>
  );
}

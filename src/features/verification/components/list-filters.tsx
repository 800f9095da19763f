import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FilterChip } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TabNav } from "@/components/ui/tab-nav";
import { TextLink } from "@/components/ui/text-link";
import { countryChoices } from "@/lib/countries";
import { listHref } from "../list-url";
import { assignments, type doctorShows, type pharmacyShows } from "../schema";

type Show = (typeof doctorShows)[number] | (typeof pharmacyShows)[number];
type ListFiltersProps = {
  path: string;
  searchLabel: string;
  shows: readonly Show[];
  filter: {
    show: Show;
    assigned: (typeof assignments)[number];
    q?: string | undefined;
    country?: string | undefined;
  };
};

/** State, whose, and a search, all of it an address; a change of any begins at the first page. */
export async function ListFilters({ path, searchLabel, shows, filter }: ListFiltersProps) {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const { show, assigned, q, country } = filter;
  const kept = { show, assigned, q, country };
  return (
    <div className="mb-6 grid grid-cols-[minmax(0,1fr)] gap-5">
      <TabNav
        label={t("shows")}
        tabs={shows.map((value) => ({
          href: listHref(path, { ...kept, show: value }),
          label: t(`show.${value}`),
          isCurrent: value === show,
        }))}
      />
      <search>
        <form
          action={path}
          className="grid grid-cols-[minmax(0,1fr)] items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
        >
          <input type="hidden" name="show" value={show} />
          <input type="hidden" name="assigned" value={assigned} />
          <Field id="verification-q" label={searchLabel}>
            <Input
              id="verification-q"
              name="q"
              type="search"
              defaultValue={q}
              maxLength={100}
              autoComplete="off"
              enterKeyHint="search"
            />
          </Field>
          <Field id="verification-country" label={t("country")}>
            <Select
              id="verification-country"
              name="country"
              defaultValue={country ?? ""}
              placeholder={t("anyCountry")}
              options={countryChoices(locale)}
            />
          </Field>
          <Button type="submit" variant="secondary">
            {t("find")}
          </Button>
        </form>
      </search>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <nav aria-label={t("assignedFilter")} className="flex flex-wrap gap-2">
          {assignments.map((value) => (
            <FilterChip
              key={value}
              href={listHref(path, { ...kept, assigned: value })}
              isOn={value === assigned}
            >
              {t(`assigned.${value}`)}
            </FilterChip>
          ))}
        </nav>
        {(q || country) && (
          <TextLink href={listHref(path, { show, assigned })} className="py-2">
            {t("clear")}
          </TextLink>
        )}
      </div>
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import { FilterChip } from "@/components/ui/filter-chip";
import { changedFinderHref, type FinderFilters, switches } from "../../search-url";

/** The filters that one taps on and off, each an address. */
export async function QuickFilters({ filters }: { filters: FinderFilters }) {
  const t = await getTranslations("finder");
  const isNow = filters.open === "now";
  const chips = [
    {
      label: t("openNow"),
      isOn: isNow,
      href: changedFinderHref(filters, { open: isNow ? undefined : "now" }),
    },
    ...switches.map((name) => ({
      label: t(`switches.${name}`),
      isOn: filters[name] === true,
      href: changedFinderHref(filters, { [name]: filters[name] ? undefined : true }),
    })),
  ];
  return (
    <nav aria-label={t("quick")}>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ label, isOn, href }) => (
          <li key={label}>
            <FilterChip href={href} isOn={isOn} prefetch={false}>
              {label}
            </FilterChip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

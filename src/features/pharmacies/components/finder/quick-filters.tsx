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
    <nav aria-label={t("quick")} className="max-w-full">
      {/* One row on a phone, moved sideways: the list is what one came for. */}
      <ul className="-m-1 flex gap-2 overflow-x-auto p-1 sm:flex-wrap">
        {chips.map(({ label, isOn, href }) => (
          <li key={label} className="shrink-0">
            <FilterChip href={href} isOn={isOn} prefetch={false}>
              {label}
            </FilterChip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

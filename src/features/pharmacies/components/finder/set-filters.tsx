import { getTranslations } from "next-intl/server";
import { SetFilterChips } from "@/components/ui/filter-chip";
import { formatDayTime } from "@/lib/time/format";
import { parseWall } from "@/lib/time/wall";
import { changedFinderHref, type FinderFilters, switches } from "../../search-url";

export type SetFilter = { label: string; href: string; isSwitch: boolean };

type Translate = Awaited<ReturnType<typeof getTranslations<"finder">>>;

/** Every filter that is set, in words, each with the address of the search without it. */
export function setFilters(filters: FinderFilters, t: Translate): SetFilter[] {
  const { open, insurance, services, rating } = filters;
  const without = (label: string, change: Partial<FinderFilters>, isSwitch = false) => ({
    label,
    href: changedFinderHref(filters, change),
    isSwitch,
  });
  return [
    ...(open === "now" ? [without(t("openNow"), { open: undefined }, true)] : []),
    ...(open && open !== "now"
      ? [without(t("openAtTime", { time: wallInWords(open) }), { open: undefined })]
      : []),
    ...switches
      .filter((name) => filters[name])
      .map((name) => without(t(`switches.${name}`), { [name]: undefined }, true)),
    ...(insurance ? [without(t("takes", { insurance }), { insurance: undefined })] : []),
    ...services.map((service) =>
      without(service, { services: services.filter((one) => one !== service) }),
    ),
    ...(rating ? [without(t("atLeast", { rating }), { rating: undefined })] : []),
  ];
}

/** "Wed, Nov 25, 10:00 PM" of "2026-11-25T22:00", on whichever wall. */
export function wallInWords(wall: string): string {
  return formatDayTime(parseWall(wall) ?? 0, "UTC");
}

/** Those that no switch above shows already. */
export async function SetFilters({ set }: { set: SetFilter[] }) {
  const t = await getTranslations("finder");
  const chips = set
    .filter(({ isSwitch }) => !isSwitch)
    .map(({ label, href }) => ({
      label,
      href,
      removeLabel: t("remove", { filter: label }),
    }));
  return <SetFilterChips label={t("filtersSet")} set={chips} />;
}

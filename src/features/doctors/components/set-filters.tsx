import { getTranslations } from "next-intl/server";
import { SetFilterChips } from "@/components/ui/filter-chip";
import { nearbyKm } from "@/lib/geo";
import { changedHref, type SearchFilters } from "../search-url";

export type SetFilter = { label: string; href: string };

type Translate = Awaited<ReturnType<typeof getTranslations<"search">>>;

/** Every filter that is set, in words, each with the address of the search without it. */
export function setFilters(
  filters: SearchFilters,
  clinicName: string | undefined,
  t: Translate,
): SetFilter[] {
  const { q, speciality, place, near, language, fee, clinic } = filters;
  const km = filters.km ?? nearbyKm.usual;
  const without = (...keys: (keyof SearchFilters)[]) => {
    const change = Object.fromEntries(keys.map((key) => [key, undefined]));
    const needsPlace = keys.includes("place") && filters.sort === "distance";
    return changedHref(filters, needsPlace ? { ...change, sort: "soonest" } : change);
  };
  const label = place ? t("chipPlace", { place, km }) : t("chipNear", { km });
  return [
    q && { label: q, href: without("q") },
    speciality && { label: speciality, href: without("speciality") },
    (place || near) && { label, href: without("place", "near", "km") },
    language && { label: language, href: without("language") },
    fee !== undefined && { label: t("chipFee", { fee }), href: without("fee") },
    clinic && { label: t("chipClinic", { clinic: clinicName ?? clinic }), href: without("clinic") },
  ].filter((one) => typeof one === "object");
}

export async function SetFilters({ set }: { set: SetFilter[] }) {
  const t = await getTranslations("search");
  const chips = set.map(({ label, href }) => ({
    label,
    href,
    removeLabel: t("remove", { filter: label }),
  }));
  return <SetFilterChips label={t("filtersSet")} set={chips} />;
}

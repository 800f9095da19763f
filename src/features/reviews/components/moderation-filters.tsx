import { getTranslations } from "next-intl/server";
import { FilterChip } from "@/components/ui/filter-chip";
import { type ModerationFilter, moderationHref } from "../moderation-url";

const ratings = [5, 4, 3, 2, 1];

/** State and stars as addresses; a change of either begins at the newest again. */
export async function ModerationFilters({ filter }: { filter: ModerationFilter }) {
  const t = await getTranslations("reviews");
  const { show, rating } = filter;
  const states = [
    { value: "all", label: t("showAll") },
    { value: "public", label: t("showPublic") },
    { value: "hidden", label: t("showHidden") },
  ] as const;
  return (
    <div className="mb-4 grid gap-3">
      <nav aria-label={t("filter")} className="flex flex-wrap gap-2">
        {states.map(({ value, label }) => (
          <FilterChip
            key={value}
            href={moderationHref({ show: value, rating })}
            isOn={show === value}
          >
            {label}
          </FilterChip>
        ))}
      </nav>
      <nav aria-label={t("ratingFilter")} className="flex flex-wrap gap-2">
        <FilterChip href={moderationHref({ show })} isOn={rating === undefined}>
          {t("anyRating")}
        </FilterChip>
        {ratings.map((value) => (
          <FilterChip
            key={value}
            href={moderationHref({ show, rating: value })}
            isOn={rating === value}
          >
            {t("starsShort", { rating: value })}
          </FilterChip>
        ))}
      </nav>
    </div>
  );
}

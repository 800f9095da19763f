import { getTranslations } from "next-intl/server";
import { FilterChip, RemoveChip } from "@/components/ui/filter-chip";
import { type Cause, causes } from "../schema";
import { type UnservedPlace, unservedHref } from "../unserved-url";

type UnservedFiltersProps = {
  filter: UnservedPlace;
  counts: { cause: Cause; count: number }[];
  /** Of whom alone the list is; null for all. */
  doctor: { name: string } | null;
};

/** Cause and doctor as addresses; a change of either begins with the next visit again. */
export async function UnservedFilters({ filter, counts, doctor }: UnservedFiltersProps) {
  const t = await getTranslations("licences");
  const of = (cause: Cause) => counts.find((one) => one.cause === cause)?.count ?? 0;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const name = doctor?.name ?? t("someDoctor");
  return (
    <div className="mb-4 grid gap-3">
      {filter.doctor && (
        <div>
          <RemoveChip
            href={unservedHref({ cause: filter.cause })}
            label={t("showAllDoctors", { name })}
          >
            {t("onlyDoctor", { name })}
          </RemoveChip>
        </div>
      )}
      <nav aria-label={t("filterCause")} className="flex flex-wrap gap-2">
        <FilterChip href={unservedHref({ doctor: filter.doctor })} isOn={!filter.cause}>
          {t("anyCause", { count: all })}
        </FilterChip>
        {causes.map(
          (cause) =>
            (of(cause) > 0 || filter.cause === cause) && (
              <FilterChip
                key={cause}
                href={unservedHref({ doctor: filter.doctor, cause })}
                isOn={filter.cause === cause}
              >
                {t("causeCount", { cause: t(`cause_${cause}`), count: of(cause) })}
              </FilterChip>
            ),
        )}
      </nav>
    </div>
  );
}

import { MapPin } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { changedFinderHref, type FinderFilters } from "../../search-url";

type FinderStartProps = {
  filters: FinderFilters;
  /** Towns that have pharmacies here, as the gazetteer writes them. */
  towns: string[];
};

/** Nothing to measure from yet: where to begin. */
export async function FinderStart({ filters, towns }: FinderStartProps) {
  const t = await getTranslations("finder");
  return (
    <EmptyState
      icon={MapPin}
      title={t("startTitle")}
      actions={towns.map((place) => (
        <ButtonLink
          key={place}
          href={changedFinderHref(filters, { place })}
          prefetch={false}
          variant="secondary"
        >
          {place}
        </ButtonLink>
      ))}
    >
      {t("startBody")}
    </EmptyState>
  );
}

import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { changedFinderHref, type FinderFilters, type FinderProblem } from "../../search-url";

type FinderNotesProps = {
  filters: FinderFilters;
  problems: FinderProblem[];
  /** A typed place that is not known, with those it may have meant. */
  unknownPlace: { text: string; similar: string[] } | null;
};

/** What was put right or left out of an address, in words. */
export async function FinderNotes({ filters, problems, unknownPlace }: FinderNotesProps) {
  const t = await getTranslations("finder");
  if (problems.length === 0 && !unknownPlace) return null;
  return (
    <Notice
      tone="caution"
      isLive
      title={t("problemsTitle")}
      actions={
        unknownPlace?.similar.length ? (
          <p className="flex flex-wrap items-center gap-x-3">
            {t("placeSimilar")}
            {unknownPlace.similar.map((place) => (
              <TextLink
                key={place}
                href={changedFinderHref(filters, { place })}
                prefetch={false}
                className="inline-block py-2.5"
              >
                {place}
              </TextLink>
            ))}
          </p>
        ) : undefined
      }
    >
      <ul className="grid gap-1">
        {problems.map((problem) => (
          <li key={problem}>{t(`problems.${problem}`)}</li>
        ))}
        {unknownPlace && <li>{t("placeUnknown", { place: unknownPlace.text })}</li>}
      </ul>
    </Notice>
  );
}

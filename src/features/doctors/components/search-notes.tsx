import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { Unknown } from "../plan-search";
import { changedHref, type FilterProblem, type SearchFilters } from "../search-url";

type SearchNotesProps = { filters: SearchFilters; problems: FilterProblem[]; unknown: Unknown[] };

/** What of a search was put right or left out, so that nobody wonders about the results. */
export async function SearchNotes({ filters, problems, unknown }: SearchNotesProps) {
  const t = await getTranslations("search");
  if (problems.length === 0 && unknown.length === 0) return null;
  const similar = unknown.flatMap((one) => (one.what === "place" ? one.similar : []));
  return (
    <Notice
      tone="caution"
      title={t("problemsTitle")}
      actions={similar.length > 0 && <SimilarPlaces filters={filters} places={similar} />}
    >
      <ul className="grid gap-1">
        {problems.map((problem) => (
          <li key={problem}>{t(`problems.${problem}`)}</li>
        ))}
        {unknown.map((one) => (
          <li key={one.what}>{sentenceOf(one, t)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function sentenceOf(
  unknown: Unknown,
  t: Awaited<ReturnType<typeof getTranslations<"search">>>,
): string {
  if (unknown.what === "place") return t("placeUnknown", { place: unknown.text });
  if (unknown.what === "speciality") return t("specialityUnknown", { speciality: unknown.text });
  return t("languageUnknown", { language: unknown.text });
}

async function SimilarPlaces({ filters, places }: { filters: SearchFilters; places: string[] }) {
  const t = await getTranslations("search");
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {t("placeSimilar")}
      {places.map((place) => (
        <TextLink
          key={place}
          href={changedHref(filters, { place })}
          prefetch={false}
          className="inline-block py-2.5"
        >
          {place}
        </TextLink>
      ))}
    </p>
  );
}

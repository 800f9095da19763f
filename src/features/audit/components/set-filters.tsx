import { getTranslations } from "next-intl/server";
import { RemoveChip } from "@/components/ui/filter-chip";
import { actionWords } from "../action-words";
import { auditHref } from "../audit-url";
import { type AuditFilter, filterNames } from "../schema";
import { isSubjectType } from "../subject-types";

/** What the list is filtered by, each to be taken off. */
export async function SetFilters({ filter }: { filter: AuditFilter }) {
  const t = await getTranslations("audit");
  const set = filterNames.flatMap((name) => {
    const value = filter[name];
    return value ? [{ name, said: `${t(name)}: ${wordsOf(name, value)}` }] : [];
  });
  if (set.length === 0) return null;
  return (
    <nav aria-label={t("set")} className="flex flex-wrap gap-2">
      {set.map(({ name, said }) => (
        <RemoveChip
          key={name}
          href={auditHref({ ...filter, [name]: undefined })}
          label={t("takeOff", { filter: said })}
        >
          {said}
        </RemoveChip>
      ))}
    </nav>
  );

  function wordsOf(name: keyof AuditFilter, value: string): string {
    if (name === "action") return actionWords(value);
    return name === "subjectType" && isSubjectType(value) ? t(`subjects.${value}`) : value;
  }
}

import { getTranslations } from "next-intl/server";
import type { ListedEntry } from "../store";
import { isSubjectType } from "../subject-types";

/** Who acted, in words: a name where the reader may know it, else what they are. */
export async function ActorName({ entry }: { entry: ListedEntry }) {
  const t = await getTranslations("audit");
  const { actorId, actorName, isActorThere } = entry;
  if (actorId === null) return t("platform");
  return actorName ?? t(isActorThere ? "someone" : "gone");
}

/** What it was done to: its kind, and its name where the reader may know it. */
export async function SubjectName({ entry }: { entry: ListedEntry }) {
  const t = await getTranslations("audit");
  const { subjectType, subjectName } = entry;
  const kind = isSubjectType(subjectType) ? t(`subjects.${subjectType}`) : subjectType;
  return subjectName ? `${kind}: ${subjectName}` : kind;
}

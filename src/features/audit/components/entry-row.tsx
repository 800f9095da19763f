import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import { actionWords } from "../action-words";
import { entryHref } from "../audit-url";
import { secondOf } from "../moment";
import type { ListedEntry } from "../store";
import { ActorName, SubjectName } from "./names";

/** An entry in the list: when, what, by whom, to what, why. */
export async function EntryRow({ entry }: { entry: ListedEntry }) {
  const t = await getTranslations("audit");
  const { id, at, action, reason } = entry;
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]">
      <time dateTime={at.toString()} className="text-small text-ink-muted tabular-nums lg:py-1.5">
        {secondOf(at)}
      </time>
      <div className="min-w-0">
        <TextLink
          look="title"
          href={entryHref(id)}
          prefetch={false}
          className="inline-block py-1.5 font-semibold wrap-anywhere"
        >
          {actionWords(action)}
        </TextLink>
        <p className="text-small text-ink-muted wrap-anywhere">
          {t.rich("by", { name: () => <ActorName entry={entry} /> })}
        </p>
      </div>
      <div className="min-w-0 wrap-anywhere lg:py-1.5">
        <p>
          <SubjectName entry={entry} />
        </p>
        {reason && (
          <p className="line-clamp-2 text-small text-ink-muted">{t("reason", { reason })}</p>
        )}
      </div>
    </li>
  );
}

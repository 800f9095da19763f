import { Minus, PencilLine, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { Change } from "../difference";

const looks = {
  added: { icon: Plus, tone: "positive" },
  removed: { icon: Minus, tone: "critical" },
  changed: { icon: PencilLine, tone: "info" },
} as const;

/** What an entry says has changed, thing by thing: in words, not by colour alone. */
export async function DifferenceTable({ changes }: { changes: Change[] }) {
  const t = await getTranslations("audit");
  return (
    <ul className="divide-y divide-line">
      {changes.map(({ path, kind, before, after }) => {
        const { icon, tone } = looks[kind];
        return (
          <li key={path} className="grid gap-x-6 gap-y-2 py-3 lg:grid-cols-[14rem_1fr]">
            <div className="flex flex-wrap items-start gap-2">
              <span className="font-semibold wrap-anywhere first-letter:uppercase">{path}</span>
              <Badge icon={icon} tone={tone}>
                {t(kind)}
              </Badge>
            </div>
            <dl className="grid min-w-0 gap-x-6 gap-y-1 sm:grid-cols-2">
              <Side term={t("before")} value={before} isGone={kind !== "added"} />
              <Side term={t("after")} value={after} />
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

type SideProps = { term: string; value: string | null; isGone?: boolean };

async function Side({ term, value, isGone }: SideProps) {
  const t = await getTranslations("audit");
  const Words = isGone ? "del" : "ins";
  return (
    <div className="min-w-0">
      <dt className="text-small text-ink-muted">{term}</dt>
      <dd className="whitespace-pre-wrap wrap-anywhere">
        {value ? (
          <Words className="no-underline">{value}</Words>
        ) : (
          <span className="text-ink-muted">{t("nothing")}</span>
        )}
      </dd>
    </div>
  );
}

import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { Source } from "../rules";

const isYes = (source: Source) => source === "level" || source === "granted";

type SourceMarkProps = {
  /** Names the column, where there is none. */
  label: string;
  source: Source;
  /** What held before; where that was otherwise, it is said. */
  before?: Source;
};

/** Whether somebody has a right, and why: a sign and words. */
export function SourceMark({ label, source, before = source }: SourceMarkProps) {
  const t = useTranslations("administrators");
  const has = isYes(source);
  const Icon = has ? Check : Minus;
  const isOther = has !== isYes(before);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
      <span className="text-ink-muted lg:sr-only">{label}: </span>
      <span className={cx("inline-flex items-center gap-1.5", !has && "text-ink-muted")}>
        <Icon aria-hidden className={cx("size-4.5 shrink-0", has && "text-positive")} />
        {t(`source_${source}`)}
      </span>
      {isOther && <Badge tone={has ? "positive" : "critical"}>{t(has ? "isNew" : "isGone")}</Badge>}
    </span>
  );
}

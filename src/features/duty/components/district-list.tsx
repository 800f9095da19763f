import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { Interval } from "@/lib/time/interval";
import { spanText } from "../span-text";

type Row = { id: string; name: string; timezone: string; gaps: Interval[] };

const mostGaps = 3;

/** Every district with its next gaps. */
export async function DistrictList({ districts }: { districts: Row[] }) {
  const t = await getTranslations("duty");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-raised">
      {districts.map(({ id, name, timezone, gaps }) => (
        <li key={id}>
          <Link
            href={`/admin/duty/${id}`}
            className="flex min-h-touch items-center justify-between gap-4 rounded-card px-4 py-4 text-ink no-underline hover:bg-accent-soft sm:px-6"
          >
            <span className="grid gap-1.5">
              <span className="font-semibold">{name}</span>
              <span>
                <Badge tone={gaps.length > 0 ? "critical" : "positive"}>
                  {t("gapCount", { count: gaps.length })}
                </Badge>
              </span>
              {gaps.slice(0, mostGaps).map((gap) => (
                <span key={gap.startMs} className="text-small">
                  {t("gapEntry", { span: spanText(gap, timezone) })}
                </span>
              ))}
              {gaps.length > mostGaps && (
                <span className="text-small text-ink-muted">
                  {t("moreGaps", { count: gaps.length - mostGaps })}
                </span>
              )}
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-accent" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

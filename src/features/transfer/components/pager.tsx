"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useVerdictText } from "./verdict-text";

type PagerProps = { count: number; pageSize: number; page: number; onTurn: (page: number) => void };

/** Which rows are before one, and the way to the others. */
export function Pager({ count, pageSize, page, onTurn }: PagerProps) {
  const { t } = useVerdictText();
  if (count <= pageSize) return null;
  const last = Math.min((page + 1) * pageSize, count);
  const isLast = last === count;
  return (
    <nav aria-label={t("verdictsTitle")} className="flex flex-wrap items-center gap-3">
      <Button variant="secondary" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        <ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />
        {t("previous")}
      </Button>
      <Button variant="secondary" disabled={isLast} onClick={() => onTurn(page + 1)}>
        {t("next")}
        <ArrowRight aria-hidden className="size-5 rtl:-scale-x-100" />
      </Button>
      <p role="status" className="text-small text-ink-muted tabular-nums">
        {t("pageOf", { first: page * pageSize + 1, last, count })}
      </p>
    </nav>
  );
}

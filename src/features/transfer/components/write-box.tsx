"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { isBlocking, type Totals } from "../verdicts";

type WriteBoxProps = { totals: Totals; onWrite: (acceptsLikely: boolean) => void };

/** The last word before a file is written, or why it can't be. */
export function WriteBox({ totals, onWrite }: WriteBoxProps) {
  const t = useTranslations("transfer");
  const [hasLooked, setLooked] = useState(false);
  const count = totals.new + totals.change + totals.likely;
  if (isBlocking(totals))
    return (
      <Notice tone="critical">{t("blocked", { count: totals.refused + totals.duplicate })}</Notice>
    );
  if (count === 0) return <Notice>{t("nothingToWrite")}</Notice>;
  const mustLook = totals.likely > 0 && !hasLooked;
  return (
    <div className="grid gap-3">
      {totals.likely > 0 && (
        <Checkbox
          checked={hasLooked}
          onChange={({ target }) => setLooked(target.checked)}
          label={t("acceptLikely", { count: totals.likely })}
        />
      )}
      <Button className="justify-self-start" disabled={mustLook} onClick={() => onWrite(hasLooked)}>
        {t("write", { count })}
      </Button>
      {mustLook && <p className="text-small text-ink-muted">{t("acceptLikelyFirst")}</p>}
    </div>
  );
}

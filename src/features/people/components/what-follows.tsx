import { useTranslations } from "next-intl";
import type { Consequence } from "../rules";

/** What a change brings about, before it is made. */
export function WhatFollows({ consequences }: { consequences: Consequence[] }) {
  const t = useTranslations("people");
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{t("whatHappens")}</p>
      <ul className="grid list-disc gap-1.5 ps-5">
        {consequences.map((one) => (
          <li key={one.key}>{word(one)}</li>
        ))}
      </ul>
    </div>
  );

  function word(one: Consequence): string {
    if ("count" in one) return t(`consequence_${one.key}`, { count: one.count });
    if ("pharmacy" in one) return t(`consequence_${one.key}`, { pharmacy: one.pharmacy });
    return t(`consequence_${one.key}`);
  }
}

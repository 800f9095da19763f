"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { effectiveRights, type Grants, type Right } from "@/lib/rights";
import { rightKey } from "../form-schema";
import { differenceOf } from "../rules";

type RightsChangeProps = { now: Grants | null; wished: Grants | null; own: Grants };

/** In words what somebody gains and loses, and what of it the giver cannot give. */
export function RightsChange({ now, wished, own }: RightsChangeProps) {
  const t = useTranslations("administrators");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const word = (found: Right[]) => list.format(found.map((right) => t(`right_${rightKey(right)}`)));
  const { gained, lost } = differenceOf(now, wished);
  const mine = effectiveRights(own);
  const tooMuch = wished ? [...effectiveRights(wished)].filter((right) => !mine.has(right)) : [];
  return (
    <div aria-live="polite" className="grid gap-3">
      <Notice title={t("change")}>
        {gained.length + lost.length === 0 && <p>{t("changeNone")}</p>}
        {gained.length > 0 && (
          <p>
            <strong>{t("gains")}:</strong> {word(gained)}
          </p>
        )}
        {lost.length > 0 && (
          <p>
            <strong>{t("loses")}:</strong> {word(lost)}
          </p>
        )}
      </Notice>
      {tooMuch.length > 0 && (
        <Notice tone="caution" title={t("tooMuchTitle")}>
          {t("tooMuch", { rights: word(tooMuch) })}
        </Notice>
      )}
    </div>
  );
}

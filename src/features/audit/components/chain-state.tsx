import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { NewestState } from "../queries/check-newest";
import { Disclosure } from "./disclosure";

/** Whether the newest entries hold together, and how all of them are proved to. */
export async function ChainState({ state }: { state: NewestState }) {
  const t = await getTranslations("audit");
  const { isWhole, checked, head } = state;
  return (
    <Notice tone={isWhole ? "positive" : "critical"} title={t("chain")}>
      <p>{isWhole ? whole() : t("chainBroken")}</p>
      <Disclosure label={t("chainProof")} labelClass="text-small">
        <p className="text-small">
          {t.rich("chainHow", { code: (words) => <code className="font-semibold">{words}</code> })}
        </p>
        {head && (
          <p className="mt-2 text-small wrap-anywhere">
            {t("seal")} <code className="tabular-nums">{head}</code>
          </p>
        )}
      </Disclosure>
    </Notice>
  );

  function whole() {
    return checked === 0 ? t("chainEmpty") : t("chainWhole", { checked });
  }
}

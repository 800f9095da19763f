import { getTranslations } from "next-intl/server";
import type { LocateWords } from "./locate-button";

/** What `LocateButton` says. */
export async function locateWords(): Promise<LocateWords> {
  const t = await getTranslations("position");
  return {
    label: t("label"),
    finding: t("finding"),
    denied: t("denied"),
    unavailable: t("unavailable"),
    timeout: t("timeout"),
  };
}

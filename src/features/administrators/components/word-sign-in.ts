import { getTranslations } from "next-intl/server";
import { formatDayTime } from "@/lib/time/format";
import type { Administrator } from "../store";

/** When an administrator last signed in, and from where. */
export async function wordSignIn({ lastLoginAt, lastLoginIp: address }: Administrator) {
  const t = await getTranslations("administrators");
  if (!lastLoginAt) return t("never");
  const time = t("utc", { time: formatDayTime(lastLoginAt, "UTC", "en", "long") });
  return `${time}, ${address ? t("fromAddress", { address }) : t("fromNowhere")}`;
}

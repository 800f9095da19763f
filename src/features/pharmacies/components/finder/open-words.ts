import type { getTranslations } from "next-intl/server";
import { formatDay, formatTime } from "@/lib/time/format";
import { type Instant, parseInstant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";
import type { PharmacyResult } from "../../schema";

type Translate = Awaited<ReturnType<typeof getTranslations<"finder">>>;

export type OpenWords = {
  state: "open" | "closingSoon" | "duty" | "closed" | "unknown";
  text: string;
  /** The instant that is named in it, whose zone may have to be said. */
  at: Instant | null;
};

/** So close to the end a number of minutes says more than a time. */
const soonMinutes = 60;

/** "Open until 7:00 PM", "Closes in 25 minutes", "Opens tomorrow at 8:00 AM", in the pharmacy's zone. */
export function openWords(
  pharmacy: Pick<PharmacyResult, "state" | "duty" | "timezone">,
  now: Instant,
  { isThen }: { isThen: boolean },
  t: Translate,
): OpenWords {
  const { state, duty, timezone } = pharmacy;
  const time = (at: Instant) => {
    const days = clinicDateOf(now, timezone).until(clinicDateOf(at, timezone)).days;
    const day = days === 0 ? "today" : days === 1 ? "tomorrow" : "later";
    const date = formatDay(at, timezone, "en", "short");
    return { time: formatTime(at, timezone), day, date };
  };
  if (duty) {
    const at = parseInstant(duty.until);
    return { state: "duty", at, text: at ? t("dutyUntil", time(at)) : t("duty") };
  }
  if (!state) return { state: "unknown", at: null, text: t("hoursUnknown") };
  if (!state.isOpen) {
    const at = state.opens === null ? null : parseInstant(state.opens);
    return { state: "closed", at, text: at ? t("opens", time(at)) : t("closed") };
  }
  const at = state.until === null ? null : parseInstant(state.until);
  if (!at) return { state: "open", at, text: t(isThen ? "openThen" : "alwaysOpen") };
  const minutes = Math.floor((at.epochMilliseconds - now.epochMilliseconds) / 60_000);
  if (!isThen && !state.mayBeLonger && minutes < soonMinutes)
    return { state: "closingSoon", at, text: t("closesIn", { minutes, ...time(at) }) };
  const until = t(isThen ? "openThenUntil" : "openUntil", time(at));
  return { state: "open", at, text: state.mayBeLonger ? t("orLonger", { until }) : until };
}

import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { formatDayTime } from "@/lib/time/format";
import type { AppointmentDetail } from "../appointments-store";

/** What became of an appointment, oldest first: each step, when and by whom, without what was said. */
export async function AppointmentSteps({ appointment }: { appointment: AppointmentDetail }) {
  const [t, words] = await Promise.all([
    getTranslations("people"),
    getTranslations("appointments"),
  ]);
  const { steps, timezone } = appointment;
  const at = (moment: (typeof steps)[number]["at"]) =>
    formatDayTime(moment, timezone, "en", "long");
  function wordStep({ fromStatus, toStatus, fromStartsAt, toStartsAt }: (typeof steps)[number]) {
    if (fromStatus === null) return t("stepBooked");
    if (fromStartsAt && !fromStartsAt.equals(toStartsAt))
      return t("stepMoved", { from: at(fromStartsAt), to: at(toStartsAt) });
    return words(`status_${toStatus}`);
  }
  return (
    <Section title={t("history")}>
      {steps.length === 0 && <p className="text-ink-muted">{t("historyNone")}</p>}
      <ol className="grid gap-4 border-s-2 border-line ps-5">
        {steps.map((step) => (
          <li key={step.id} className="grid gap-0.5 wrap-anywhere">
            <span className="font-semibold">{wordStep(step)}</span>
            <span className="text-small text-ink-muted">
              {at(step.at)}, {step.by ? t("by", { name: step.by }) : t("bySystem")}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

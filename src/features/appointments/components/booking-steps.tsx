import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";

type Step = "time" | "reason" | "confirm";
const steps: Step[] = ["time", "reason", "confirm"];

/** Where one is of the three steps, in sight and for a screen reader. */
export function BookingSteps({ current }: { current: Step }) {
  const t = useTranslations("appointments");
  const names = { time: t("stepTime"), reason: t("stepReason"), confirm: t("stepConfirm") };
  const at = steps.indexOf(current);
  return (
    <ol aria-label={t("stepsLabel")} className="flex gap-2">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className={cx(
            "flex flex-1 items-center gap-2 border-t-3 pt-2 text-small font-semibold",
            index <= at ? "border-accent text-ink" : "border-line text-ink-muted",
          )}
        >
          {index < at && <Check aria-hidden className="size-4.5 text-accent" />}
          <span aria-hidden={index < at}>{names[step]}</span>
          {index < at && <span className="sr-only">{t("stepDone", { step: names[step] })}</span>}
        </li>
      ))}
    </ol>
  );
}

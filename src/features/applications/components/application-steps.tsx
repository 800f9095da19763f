import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ShownApplication } from "../queries/show-application";

const steps = ["stepFill", "stepHandIn", "stepReview", "stepListed"] as const;

/** How many of the steps are behind someone. */
function doneOf({ standing, missing }: Pick<ShownApplication, "standing" | "missing">): number {
  if (standing === "draft") return missing.length > 0 ? 0 : 1;
  return { handed_in: 2, verified: 4, expired: 2 }[standing];
}

const looks = {
  stepDone: "border-accent bg-accent text-accent-ink",
  stepCurrent: "border-accent bg-accent-soft text-accent",
  stepTodo: "border-line-strong text-ink-muted",
};

/** The way from filling in to being found, and where on it someone is. */
export async function ApplicationSteps(props: Pick<ShownApplication, "standing" | "missing">) {
  const t = await getTranslations("application");
  const done = doneOf(props);
  const stateOf = (index: number) => {
    if (index < done) return "stepDone";
    return index === done ? "stepCurrent" : "stepTodo";
  };
  return (
    <ol className="grid gap-3 sm:grid-cols-4">
      {steps.map((step, index) => {
        const state = stateOf(index);
        return (
          <li
            key={step}
            aria-current={state === "stepCurrent" ? "step" : undefined}
            className="flex items-center gap-3 sm:grid sm:content-start sm:gap-2"
          >
            <span
              aria-hidden
              className={cx(
                "grid size-9 shrink-0 place-items-center rounded-pill border-2 font-semibold",
                looks[state],
              )}
            >
              {state === "stepDone" ? <Check className="size-5" /> : index + 1}
            </span>
            <span className={state === "stepCurrent" ? "font-semibold" : "text-ink-muted"}>
              <VisuallyHidden>{t(state)} </VisuallyHidden>
              {t(step)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

"use client";

import { ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** How wide what is looked at is, of its frame; as classes, for a strict policy takes no styles by hand. */
const widths = {
  1: "w-full",
  1.5: "w-[150%]",
  2: "w-[200%]",
  3: "w-[300%]",
} as const;
export type ZoomStep = keyof typeof widths;
const steps: readonly ZoomStep[] = [1, 1.5, 2, 3];
export const widthAt = (zoom: ZoomStep) => widths[zoom];

/** A document to look at closely: larger, smaller, and moved within its own frame. */
export function Zoom({
  label,
  children,
}: {
  label: string;
  children: (zoom: ZoomStep) => ReactNode;
}) {
  const t = useTranslations("verification");
  const [step, setStep] = useState(0);
  const isSmallest = step === 0;
  const isLargest = step === steps.length - 1;
  return (
    <div className="grid gap-2">
      <div className="flex gap-1">
        <IconButton
          icon={ZoomOut}
          label={t("zoomOut")}
          aria-disabled={isSmallest}
          onClick={() => !isSmallest && setStep(step - 1)}
        />
        <IconButton
          icon={ZoomIn}
          label={t("zoomIn")}
          aria-disabled={isLargest}
          onClick={() => !isLargest && setStep(step + 1)}
        />
      </div>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it, too
        tabIndex={0}
        className="max-h-[85dvh] overflow-auto rounded-card border border-line bg-surface-sunken p-2"
      >
        {children(steps[step] ?? 1)}
      </section>
    </div>
  );
}

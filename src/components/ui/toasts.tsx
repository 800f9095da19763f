"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Toaster } from "sonner";

/**
 * Where toasts appear: once, in the layout of the pages that speak with them. A toast is for what
 * is done and needs nothing more; a refusal belongs beside what was refused, as a Notice.
 */
export function Toasts({ label }: { label: string }) {
  return (
    <Toaster
      position="bottom-center"
      className="font-sans!"
      containerAriaLabel={label}
      duration={6000}
      icons={{
        success: <CircleCheck aria-hidden className="size-5 text-positive" />,
        error: <CircleAlert aria-hidden className="size-5 text-critical" />,
        info: <Info aria-hidden className="size-5 text-accent" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-control border border-line bg-surface px-4 py-3.5 text-ink shadow-overlay",
          title: "font-semibold",
          description: "text-small text-ink-muted",
        },
      }}
    />
  );
}

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Tone } from "./tone";

type BadgeProps = { tone?: Tone | "neutral"; icon?: LucideIcon; children: ReactNode };

const looks: Record<Tone | "neutral", string> = {
  neutral: "bg-surface-sunken text-ink-muted",
  info: "bg-accent-soft text-accent",
  positive: "bg-positive-soft text-positive",
  caution: "bg-caution-soft text-caution",
  critical: "bg-critical-soft text-critical",
};

export function Badge({ tone = "neutral", icon: Icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-pill border border-transparent px-2.5 py-0.5 text-caption font-semibold",
        looks[tone],
      )}
    >
      {Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </span>
  );
}

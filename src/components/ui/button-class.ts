import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "critical";
export type ButtonSize = "md" | "lg";
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; block?: boolean };

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:border-accent hover:text-accent",
  quiet: "border-transparent text-accent hover:bg-accent-soft",
  critical: "border-transparent bg-critical text-critical-ink hover:bg-critical-strong",
};

const sizes: Record<ButtonSize, string> = {
  md: "min-h-touch px-4 text-body",
  lg: "min-h-13 px-6 text-lead",
};

/** One look for buttons and for links that lead on. The transparent edge shows in forced colours. */
export function buttonClass({ variant = "primary", size = "md", block }: ButtonLook = {}): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-control border py-2 text-center font-semibold leading-tight no-underline transition-colors aria-disabled:cursor-progress aria-disabled:opacity-70",
    variants[variant],
    sizes[size],
    block && "w-full",
  );
}

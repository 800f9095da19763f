import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

const shape = "rounded-[0.25rem] decoration-1 underline-offset-[0.2em] hover:decoration-2";

/** In running text: underlined, because colour alone is no sign. */
export const textLinkClass = `${shape} text-accent underline hover:text-accent-strong`;

const titleLinkClass = `${shape} text-ink no-underline hover:text-accent hover:underline`;

type TextLinkProps = ComponentProps<typeof Link> & {
  /** A title that leads on (a doctor's name on a card) needs no line to be seen as one. */
  look?: "text" | "title";
};

export function TextLink({ look = "text", className, ...props }: TextLinkProps) {
  const lookClass = look === "title" ? titleLinkClass : textLinkClass;
  return <Link {...props} className={cx(lookClass, className)} />;
}

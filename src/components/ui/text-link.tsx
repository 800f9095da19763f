import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

export const textLinkClass =
  "rounded-[0.25rem] text-accent underline decoration-1 underline-offset-[0.2em] hover:text-accent-strong hover:decoration-2";

export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return <Link {...props} className={cx(textLinkClass, className)} />;
}

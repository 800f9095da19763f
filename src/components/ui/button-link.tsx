import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { cx } from "./cx";

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink(props: ComponentProps<typeof Link> & ButtonLook) {
  const { variant, size, block, className, ...rest } = props;
  return <Link {...rest} className={cx(buttonClass({ variant, size, block }), className)} />;
}

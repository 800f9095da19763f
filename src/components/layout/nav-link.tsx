"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";

type NavLinkProps = ComponentProps<typeof Link> & {
  href: string;
  /** Whether the pages below that address are other places. */
  isExact?: boolean;
};

/** A link that knows when it leads to where one is. */
export function NavLink({ isExact, ...props }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === props.href || (!isExact && path.startsWith(`${props.href}/`));
  return <Link {...props} aria-current={isHere ? "page" : undefined} />;
}

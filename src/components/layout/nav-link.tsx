"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";

/** A link that knows when it leads to where one is. */
export function NavLink(props: ComponentProps<typeof Link> & { href: string }) {
  const path = usePathname();
  const isHere = path === props.href || path.startsWith(`${props.href}/`);
  return <Link {...props} aria-current={isHere ? "page" : undefined} />;
}

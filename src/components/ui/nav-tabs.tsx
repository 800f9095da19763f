"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { TabNav } from "./tab-nav";

type NavTabsProps = { label: string; tabs: { href: string; label: string }[] };

/** Tabs that know where one is; on a phone the row is scrolled to that one. */
export function NavTabs({ label, tabs }: NavTabsProps) {
  const path = usePathname();
  const row = useRef<HTMLDivElement>(null);
  const [current] = tabs
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length);

  useEffect(() => {
    const list = row.current?.querySelector("ul");
    const tab = list?.querySelector<HTMLElement>(`a[href="${current?.href}"]`);
    if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.clientWidth) / 2;
  }, [current]);

  return (
    <div ref={row}>
      <TabNav
        label={label}
        tabs={tabs.map((tab) => ({ ...tab, isCurrent: tab.href === current?.href }))}
      />
    </div>
  );
}

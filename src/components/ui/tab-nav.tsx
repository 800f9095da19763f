import Link from "next/link";
import { cx } from "./cx";

export type Tab = { href: string; label: string; isCurrent: boolean; count?: number };

/** Sections of one page as addresses, so that Back works and a tab can be shared. */
export function TabNav({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="border-b border-line" data-print="hide">
      <ul className="-mb-px flex gap-1 overflow-x-auto px-1 pt-1">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={cx(
                "inline-flex min-h-touch items-center gap-2 rounded-t-control border-b-3 px-3 font-semibold no-underline",
                tab.isCurrent
                  ? "border-accent text-accent"
                  : "border-transparent text-ink-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-pill bg-surface-sunken px-2 text-caption tabular-nums">
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

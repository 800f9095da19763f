import { ChevronRight } from "lucide-react";
import { Fragment } from "react";
import { TextLink } from "./text-link";

export type Crumb = { label: string; href?: string };

/** The way back up. The last one is the page itself and has no address. */
export function Breadcrumb({ label, items }: { label: string; items: Crumb[] }) {
  return (
    <nav aria-label={label} className="text-small" data-print="hide">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-muted">
        {items.map((item, index) => (
          <Fragment key={item.label}>
            {index > 0 && (
              <li aria-hidden>
                <ChevronRight className="size-4 rtl:-scale-x-100" />
              </li>
            )}
            <li>
              {item.href ? (
                <TextLink href={item.href} className="inline-block py-1.5">
                  {item.label}
                </TextLink>
              ) : (
                <span aria-current="page">{item.label}</span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

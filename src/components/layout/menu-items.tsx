import { LogIn, LogOut, type LucideIcon, UserRound, UserRoundPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { navItems } from "./nav-items";
import { NavLink } from "./nav-link";
import { UnreadCount } from "./unread-count";
import type { Viewer } from "./viewer";

const rowClass =
  "flex min-h-12 items-center gap-3 rounded-control px-3 font-medium text-ink no-underline hover:bg-accent-soft aria-[current]:bg-accent-soft aria-[current]:text-accent";

type RowProps = { href: string; icon: LucideIcon; children: ReactNode; className?: string };

function Row({ href, icon: Icon, children, className }: RowProps) {
  return (
    <li className={className}>
      <NavLink href={href} className={rowClass}>
        <Icon aria-hidden className="size-5 shrink-0 text-ink-muted" />
        {children}
      </NavLink>
    </li>
  );
}

export async function MenuItems({ viewer }: { viewer: Viewer | null }) {
  const t = await getTranslations("layout");
  return (
    <>
      {viewer && <p className="truncate px-3 py-2 text-small text-ink-muted">{viewer.name}</p>}
      <ul>
        {navItems(viewer).map((item) => (
          <Row key={item.href} href={item.href} icon={item.icon} className="md:hidden">
            <span className="flex-1">{t(item.key as "messages")}</span>
            {item.hasUnread && <UnreadCount count={viewer?.unread ?? 0} />}
          </Row>
        ))}
        {viewer ? (
          <>
            <Row href="/account" icon={UserRound}>
              {t("profile")}
            </Row>
            <li>
              {/* A deed, not a place: a form, so that no prefetch or stray link signs anyone out. */}
              <form method="post" action="/sign-out">
                <button type="submit" className={`${rowClass} w-full`}>
                  <LogOut aria-hidden className="size-5 shrink-0 text-ink-muted" />
                  {t("signOut")}
                </button>
              </form>
            </li>
          </>
        ) : (
          <>
            <Row href="/sign-in" icon={LogIn}>
              {t("signIn")}
            </Row>
            <Row href="/sign-up" icon={UserRoundPlus}>
              {t("signUp")}
            </Row>
          </>
        )}
      </ul>
    </>
  );
}

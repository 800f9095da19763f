import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import { Menu } from "./menu";
import { MenuItems } from "./menu-items";
import { navItems } from "./nav-items";
import { NavLink } from "./nav-link";
import { UnreadCount } from "./unread-count";
import type { Viewer } from "./viewer";
import { Wordmark } from "./wordmark";

type HeaderProps = { viewer: Viewer | null };

export async function Header({ viewer }: HeaderProps) {
  const t = await getTranslations("layout");
  return (
    <header
      data-print="hide"
      className="sticky top-0 z-20 border-b border-line bg-canvas/95 backdrop-blur-sm"
    >
      <div className="mx-auto flex h-16 max-w-page items-center gap-2 px-4 sm:px-6">
        <Link
          href="/"
          aria-label={t("homeLabel")}
          className="-ms-1 me-auto inline-flex min-h-touch items-center rounded-control px-1 no-underline"
        >
          <Wordmark />
        </Link>
        <nav aria-label={t("mainNav")} className="hidden md:block">
          <ul className="flex items-center gap-1">
            {navItems(viewer).map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  className="inline-flex min-h-touch items-center gap-2 rounded-control px-3 font-medium text-ink no-underline hover:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
                >
                  {t(item.key as "messages")}
                  {item.hasUnread && <UnreadCount count={viewer?.unread ?? 0} />}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        {!viewer && (
          <ButtonLink href="/sign-in" variant="secondary" className="ms-1">
            {t("signIn")}
          </ButtonLink>
        )}
        <HeaderMenu viewer={viewer} />
      </div>
    </header>
  );
}

/** On a phone everything is in here; at a desk only what belongs to the account. */
async function HeaderMenu({ viewer }: HeaderProps) {
  const t = await getTranslations("layout");
  const unread = viewer?.unread ?? 0;
  const name = viewer ? t("accountOf", { name: viewer.name }) : t("menu");
  return (
    <div className={viewer ? undefined : "md:hidden"}>
      <Menu
        label={unread > 0 ? `${name}, ${t("unread", { count: unread })}` : name}
        button={
          viewer ? (
            <span className="relative">
              <Avatar name={viewer.name} size="sm" />
              {unread > 0 && (
                <span
                  aria-hidden
                  className="absolute -end-0.5 -top-0.5 size-3 rounded-pill border-2 border-canvas bg-critical md:hidden"
                />
              )}
            </span>
          ) : (
            <MenuIcon aria-hidden className="size-6" />
          )
        }
      >
        <MenuItems viewer={viewer} />
      </Menu>
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Footer } from "./footer";
import { Header } from "./header";
import type { Theme } from "./theme";
import type { Viewer } from "./viewer";

type AppShellProps = { viewer: Viewer | null; theme: Theme; children: ReactNode };

/** The frame of every page. Pages give their own `<main id="content">` by PageContainer. */
export async function AppShell({ viewer, theme, children }: AppShellProps) {
  const t = await getTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-3 focus:z-50 focus:rounded-control focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold focus:text-accent"
      >
        {t("skipToContent")}
      </a>
      <Header viewer={viewer} />
      <div className="flex-1">{children}</div>
      <Footer theme={theme} />
    </div>
  );
}

import "@/styles/globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { OfflineWorker } from "@/components/layout/offline-worker";
import { StyleNonce } from "@/components/layout/style-nonce";
import { readTheme, themeCookie } from "@/components/layout/theme";
import { env } from "@/env.mjs";
import { directionOf } from "@/i18n/locale";
import { readViewer } from "./viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    // Search engines want the canonical address whole.
    metadataBase: new URL(env().NEXTAUTH_URL),
    title: {
      default: `${t("productName")} – ${t("tagline")}`,
      template: `%s – ${t("productName")}`,
    },
    description: t("tagline"),
    applicationName: t("productName"),
    icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }] },
    formatDetection: { telephone: false },
  };
}

/** The browser's own bars take the colour of the paper: `--canvas` of styles/tokens.css. */
export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#10191a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, viewer] = await Promise.all([getLocale(), cookies(), readViewer()]);
  const theme = readTheme(jar.get(themeCookie)?.value);
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme}>
      <body className="bg-canvas font-sans text-ink antialiased">
        <AppShell viewer={viewer} theme={theme}>
          {children}
        </AppShell>
        <OfflineWorker />
        <StyleNonce />
      </body>
    </html>
  );
}

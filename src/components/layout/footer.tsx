import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

export async function Footer({ theme }: { theme: Theme }) {
  const t = await getTranslations("layout");
  return (
    <footer data-print="hide" className="mt-16 border-t border-line bg-surface-sunken">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-10 sm:px-6 md:grid-cols-[1fr_auto]">
        <div className="grid content-start gap-3">
          <Wordmark />
          <p className="max-w-prose text-small text-ink-muted">{t("emergency")}</p>
          <nav aria-label={t("footerNav")} className="flex flex-wrap gap-x-6">
            <TextLink href="/doctors" className="inline-block py-2.5 text-small">
              {t("findDoctor")}
            </TextLink>
            <TextLink href="/for-doctors" className="inline-block py-2.5 text-small">
              {t("forDoctors")}
            </TextLink>
            <TextLink href="/pharmacy/join" className="inline-block py-2.5 text-small">
              {t("forPharmacies")}
            </TextLink>
          </nav>
        </div>
        <ThemeSwitch theme={theme} />
      </div>
    </footer>
  );
}

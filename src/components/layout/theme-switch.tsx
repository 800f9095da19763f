import { Monitor, Moon, Sun } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { type Theme, themes } from "./theme";
import { chooseTheme } from "./theme-action";

const icons = { system: Monitor, light: Sun, dark: Moon };
const texts = { system: "themeSystem", light: "themeLight", dark: "themeDark" } as const;

/** Three buttons of one form: works without JavaScript, and the page comes back already lit. */
export async function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = await getTranslations("layout");
  return (
    <form action={chooseTheme}>
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="mb-2 text-small font-semibold">{t("theme")}</legend>
        {themes.map((choice) => {
          const Icon = icons[choice];
          return (
            <button
              key={choice}
              type="submit"
              name="theme"
              value={choice}
              aria-pressed={choice === theme}
              className="inline-flex min-h-touch items-center gap-2 rounded-control border border-line px-3 text-small font-medium text-ink-muted hover:border-accent hover:text-accent aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            >
              <Icon aria-hidden className="size-4.5" />
              {t(texts[choice])}
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}

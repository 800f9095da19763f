import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import { formatTime } from "@/lib/time/format";
import { fromDate } from "@/lib/time/instant";
import type { PharmacyResult } from "../../schema";
import { finderHref } from "../../search-url";

type OpenNearbyProps = {
  near: { latitude: number; longitude: number };
  /** Nearest first. */
  results: readonly PharmacyResult[];
};

/** Where else to go while this one is closed. */
export async function OpenNearby({ near, results }: OpenNearbyProps) {
  const [t, format, locale] = await Promise.all([
    getTranslations("pharmacy"),
    getFormatter(),
    getLocale(),
  ]);
  if (results.length === 0) return null;
  const wayTo = (metres: number) =>
    metres < 1000
      ? t("metres", { metres: Math.round(metres / 10) * 10 })
      : t("kilometres", { km: Number(format.number(metres / 1000, { maximumFractionDigits: 1 })) });
  return (
    <Section title={t("alternatives")}>
      <ul className="divide-y divide-line">
        {results.map(({ id, slug, name, distance: metres, state, duty, timezone }) => {
          const until = duty?.until ?? (state?.isOpen ? state.until : null);
          const distance = wayTo(metres);
          return (
            <li key={id} className="py-2">
              <TextLink
                href={`/pharmacies/${slug}`}
                prefetch={false}
                className="inline-block py-2.5 font-semibold"
              >
                {name}
              </TextLink>
              <p className="text-small text-ink-muted">
                {until
                  ? t("alternativeUntil", {
                      distance,
                      time: formatTime(fromDate(new Date(until)), timezone, locale),
                    })
                  : t("alternativeOpen", { distance })}
              </p>
            </li>
          );
        })}
      </ul>
      <p>
        <TextLink
          href={finderHref({ near, open: "now", services: [] })}
          prefetch={false}
          className="inline-block py-2.5"
        >
          {t("moreAlternatives")}
        </TextLink>
      </p>
    </Section>
  );
}

import { Home, Map as MapIcon } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import { formatDistance, type Point } from "@/lib/geo";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf, clinicTimeOf } from "@/lib/time/zone";
import { api } from "@/trpc/server";
import { finderHref } from "../../search-url";
import { OpenState } from "./open-state";
import { openWords } from "./open-words";

type AfterVisitProps = {
  /** Where the visit is. */
  clinic: Point;
  endsAt: Instant;
  timezone: string;
  now: Instant;
  /** The town someone lives in, as they wrote it; empty where they wrote none. */
  home: string;
};

/** How many are named; all the others are on the map. */
const shown = 3;

/**
 * Pharmacies near the clinic that are open when the visit ends. Their address says a place and a
 * time, and nothing of the visit.
 */
export async function AfterVisit({ clinic, endsAt, timezone, now, home }: AfterVisitProps) {
  const [t, call] = await Promise.all([getTranslations("finder"), api()]);
  const time = clinicTimeOf(endsAt, timezone).toString().slice(0, 5);
  const open = `${clinicDateOf(endsAt, timezone).toString()}T${time}`;
  const [{ results }, town] = await Promise.all([
    call.pharmacies.search({ near: clinic, filters: { open }, limit: shown }),
    home ? call.places.resolve({ text: home.slice(0, 100) }) : null,
  ]);
  return (
    <Section title={t("visitTitle")}>
      <p className="text-ink-muted">{t(results.length > 0 ? "visitLead" : "visitNone")}</p>
      {results.length > 0 && (
        <ul className="grid gap-3">
          {results.map((pharmacy) => (
            <li key={pharmacy.id} className="grid gap-1 border-t border-line pt-3">
              <TextLink
                href={`/pharmacies/${pharmacy.slug}`}
                prefetch={false}
                className="justify-self-start py-1 font-semibold"
              >
                {pharmacy.name}
              </TextLink>
              <OpenState
                words={openWords(pharmacy, now, { isThen: true }, t)}
                zone={pharmacy.timezone === timezone ? null : pharmacy.timezone}
              />
              <p className="text-small text-ink-muted">
                {t("visitFrom", { distance: formatDistance(pharmacy.distance) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-3">
        <ButtonLink
          href={finderHref({ near: clinic, open, services: [] })}
          prefetch={false}
          variant="secondary"
        >
          <MapIcon aria-hidden className="size-5" />
          {t("onMap")}
        </ButtonLink>
        {town?.place && (
          <ButtonLink
            href={finderHref({ place: town.place.label, open, services: [] })}
            prefetch={false}
            variant="secondary"
          >
            <Home aria-hidden className="size-5" />
            {t("nearHome", { place: town.place.name })}
          </ButtonLink>
        )}
      </p>
    </Section>
  );
}

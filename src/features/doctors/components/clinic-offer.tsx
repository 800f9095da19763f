import { CalendarX, MapPin } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ZoneNote } from "@/components/time/zone-note";
import { TextLink } from "@/components/ui/text-link";
import { TimeChipLink } from "@/components/ui/time-chip";
import { TimeChipList } from "@/components/ui/time-chip-list";
import { formatDistance } from "@/lib/geo";
import { formatMoney } from "@/lib/money";
import { formatDayTime, formatTime, zoneName } from "@/lib/time/format";
import { type Instant, parseInstant } from "@/lib/time/instant";
import type { ClinicOffer } from "../schema";
import { dayLabel } from "./day-label";

type ClinicOfferProps = {
  doctor: { slug: string; name: string };
  offer: ClinicOffer;
  now: Instant;
  /** On a clinic's own page its name would say nothing. */
  isClinicHidden?: boolean;
};

/** One clinic of a doctor: where, for how much, and the next times one can have there. */
export async function ClinicOfferView({ doctor, offer, now, isClinicHidden }: ClinicOfferProps) {
  const t = await getTranslations("search");
  const locale = await getLocale();
  const { clinic, fee, distanceMetres } = offer;
  const times = offer.times.map(parseInstant).filter((time) => time !== null);
  const price = fee ? formatMoney(fee.amount, fee.currency, locale) : t("feeUnknown");
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-muted">
        {!isClinicHidden && (
          <>
            <MapPin aria-hidden className="size-4 self-center" />
            <TextLink href={`/clinics/${clinic.slug}`} prefetch={false} className="py-2">
              {clinic.name}
            </TextLink>
            {distanceMetres === null && <span>{clinic.city}</span>}
          </>
        )}
        {distanceMetres !== null && (
          <span>{t("distance", { distance: formatDistance(distanceMetres, locale) })}</span>
        )}
        <span className="font-semibold text-ink">{price}</span>
        <span>{t("minutes", { minutes: offer.durationMinutes })}</span>
      </p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-small">
        <p>
          <span className="font-semibold">{t("nextFree")}</span>{" "}
          {times[0] && (
            <ZoneNote zone={clinic.timezone} at={times[0].epochMilliseconds}>
              {t("inZone", { zone: zoneName(clinic.timezone, times[0], locale) })}
            </ZoneNote>
          )}
        </p>
        <TextLink
          href={`/doctors/${doctor.slug}?clinic=${clinic.slug}`}
          prefetch={false}
          aria-label={t("allTimesOf", { doctor: doctor.name, clinic: clinic.name })}
          className="inline-block py-2.5"
        >
          {t("allTimes")}
        </TextLink>
      </div>
      {times.length > 0 ? (
        <TimeChipList>
          {times.map((time) => (
            <TimeChipLink
              key={time.epochMilliseconds}
              href={`/book/${offer.associationId}?at=${time}`}
              prefetch={false}
              instant={time.toString()}
              day={dayLabel(time, clinic.timezone, now, t)}
              time={formatTime(time, clinic.timezone, locale)}
              context={t("chipContext", { doctor: doctor.name, clinic: clinic.name })}
            />
          ))}
        </TimeChipList>
      ) : (
        <NoTimesView offer={offer} />
      )}
    </div>
  );
}

async function NoTimesView({ offer }: { offer: ClinicOffer }) {
  const t = await getTranslations("offers");
  const { none, clinic } = offer;
  const next = none?.nextFree ? parseInstant(none.nextFree) : null;
  return (
    <p className="flex items-start gap-2 text-ink-muted">
      <CalendarX aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span>
        {none && t(none.reason)}{" "}
        {next && t("nextFree", { when: formatDayTime(next, clinic.timezone) })}
      </span>
    </p>
  );
}

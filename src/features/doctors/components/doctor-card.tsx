import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Instant } from "@/lib/time/instant";
import type { DoctorResult } from "../schema";
import { ClinicOfferView } from "./clinic-offer";
import { DoctorRating } from "./doctor-rating";

/** More clinics than this would bury the next doctor. */
const clinicsShown = 2;

type DoctorCardProps = {
  doctor: DoctorResult;
  now: Instant;
  /** 3 where the list stands under a heading of its own. */
  level?: 2 | 3;
  isClinicHidden?: boolean;
};

/** One result: who, how well thought of, where, and when one can come. */
export async function DoctorCard({ doctor, now, level = 2, isClinicHidden }: DoctorCardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const t = await getTranslations("search");
  const locale = await getLocale();
  const more = doctor.clinics.length - clinicsShown;
  const languages = new Intl.ListFormat(locale).format(doctor.languages);
  return (
    <Card as="li" className="grid gap-4">
      <div className="flex items-start gap-4">
        <Avatar name={doctor.name} />
        <div className="grid min-w-0 gap-0.5">
          <Heading className="text-h3">
            <Link
              href={`/doctors/${doctor.slug}`}
              prefetch={false}
              className="inline-block rounded-[0.25rem] py-1 text-ink no-underline hover:text-accent hover:underline"
            >
              {doctor.name}
            </Link>
          </Heading>
          <p>
            {doctor.specialization}
            {doctor.subSpecialization && (
              <span className="text-ink-muted"> · {doctor.subSpecialization}</span>
            )}
          </p>
          <DoctorRating rating={doctor.rating} />
          {languages && <p className="text-small text-ink-muted">{t("speaks", { languages })}</p>}
        </div>
      </div>
      <div className="grid gap-4 border-t border-line pt-4">
        {doctor.clinics.slice(0, clinicsShown).map((offer) => (
          <ClinicOfferView
            key={offer.associationId}
            doctor={doctor}
            offer={offer}
            now={now}
            isClinicHidden={isClinicHidden}
          />
        ))}
        {more > 0 && (
          <p>
            <TextLink
              href={`/doctors/${doctor.slug}`}
              prefetch={false}
              className="inline-block py-2.5 text-small"
            >
              {t("moreClinics", { count: more })}
            </TextLink>
          </p>
        )}
      </div>
    </Card>
  );
}

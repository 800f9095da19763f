import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMonth } from "@/lib/time/format";
import type { PublicReview } from "../read-store";
import { Stars } from "./stars";

type ReviewCardProps = {
  review: PublicReview;
  /** Who has answered, as the reader knows them. */
  answeredBy: string;
  /** Beside the stars: a state. */
  badge?: ReactNode;
  /** Below: what the reader may do about it. */
  children?: ReactNode;
};

/** One review as it is read everywhere: words are shown as they were typed, and nobody's name. */
export async function ReviewCard({ review, answeredBy, badge, children }: ReviewCardProps) {
  const t = await getTranslations("reviews");
  const { rating, comment, reply, writtenAt, timezone, clinicName } = review;
  const month = formatMonth(writtenAt, timezone);
  return (
    <li className="grid gap-2 py-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars rating={rating} label={t("starsOf", { rating })} />
        <span className="font-semibold">{t("aPatient")}</span>
        <span className="text-small text-ink-muted">
          {clinicName ? t("writtenAt", { month, clinic: clinicName }) : month}
        </span>
        {badge}
      </div>
      {comment && (
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere" dir="auto">
          {comment}
        </p>
      )}
      {reply && (
        <div className="ms-3 grid max-w-prose gap-1 border-s-4 border-line ps-4">
          <p className="text-small font-semibold">{answeredBy}</p>
          <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
            {reply}
          </p>
        </div>
      )}
      {children}
    </li>
  );
}

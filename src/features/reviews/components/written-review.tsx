import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { ReviewedVisit } from "../store";
import { Stars } from "./stars";

type WrittenReviewProps = {
  review: NonNullable<ReviewedVisit["review"]>;
  doctorName: string | null;
};

/** A patient's own review, as it stands. */
export async function WrittenReview({ review, doctorName }: WrittenReviewProps) {
  const t = await getTranslations("reviews");
  const { rating, comment, reply, isHidden } = review;
  return (
    <div className="grid gap-4">
      {isHidden && <Notice tone="caution">{t("hiddenForYou")}</Notice>}
      <Card className="grid gap-3">
        <Stars rating={rating} label={t("starsOf", { rating })} />
        {comment ? (
          <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
            {comment}
          </p>
        ) : (
          <p className="text-ink-muted">{t("onlyStars")}</p>
        )}
        {reply && (
          <div className="grid gap-1 border-s-4 border-line ps-4">
            <p className="text-small font-semibold">
              {t("answerOf", { doctor: doctorName ?? t("doctorGone") })}
            </p>
            <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
              {reply}
            </p>
          </div>
        )}
      </Card>
    </div>
  );
}

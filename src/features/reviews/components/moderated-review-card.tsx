import { EyeOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/time/format";
import type { ModeratedReview } from "../read-store";
import { ModerateButtons } from "./moderate-buttons";
import { ReviewCard } from "./review-card";

/** A review as a moderator sees it, with what was done about it. */
export async function ModeratedReviewCard({ review }: { review: ModeratedReview }) {
  const t = await getTranslations("reviews");
  const { id, hiddenAt, hiddenBy, hiddenReason, doctorSlug } = review;
  const doctor = review.doctorName ?? t("doctorGone");
  return (
    <ReviewCard
      review={review}
      answeredBy={t("answerOf", { doctor })}
      badge={hiddenAt && <Badge icon={EyeOff}>{t("hiddenBadge")}</Badge>}
    >
      <p className="text-small">
        {doctorSlug ? (
          <TextLink href={`/doctors/${doctorSlug}`}>{t("about", { doctor })}</TextLink>
        ) : (
          t("about", { doctor })
        )}
      </p>
      {hiddenAt && (
        <p className="max-w-prose text-small text-ink-muted wrap-anywhere">
          {t("hiddenNote", {
            day: formatDay(hiddenAt, "UTC"),
            name: hiddenBy ?? t("someone"),
            reason: hiddenReason ?? "",
          })}
        </p>
      )}
      <ModerateButtons reviewId={id} isHidden={hiddenAt !== null} />
    </ReviewCard>
  );
}

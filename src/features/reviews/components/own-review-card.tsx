import { EyeOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { OwnReview } from "../read-store";
import { AnswerForm } from "./answer-form";
import { ReviewCard } from "./review-card";

/** A review as the doctor it is about sees it, with the way to answer. */
export async function OwnReviewCard(props: { review: OwnReview; mayAnswer: boolean }) {
  const { review, mayAnswer } = props;
  const t = await getTranslations("reviews");
  const { id, reply, isHidden } = review;
  return (
    <ReviewCard
      review={review}
      answeredBy={t("yourAnswer")}
      badge={isHidden && <Badge icon={EyeOff}>{t("hiddenBadge")}</Badge>}
    >
      {isHidden && <p className="text-small text-ink-muted">{t("hiddenForDoctor")}</p>}
      {mayAnswer && !isHidden && <AnswerForm reviewId={id} reply={reply} />}
    </ReviewCard>
  );
}

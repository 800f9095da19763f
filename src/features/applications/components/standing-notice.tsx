import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/time/format";
import { rejectReasons } from "../form-schema";
import type { ShownApplication } from "../queries/show-application";
import { MissingList } from "./missing-list";

/** Where an application stands, in words, and what to do next. */
export async function StandingNotice({ application }: { application: ShownApplication }) {
  const [t, locale] = await Promise.all([getTranslations("application"), getLocale()]);
  const { standing, submittedAt, missing, slug, licenseExpiresOn } = application;
  switch (standing) {
    case "draft":
      return <Draft missing={missing} review={application.review} />;
    case "handed_in":
      return (
        <Notice
          title={t("handedInTitle", { date: formatDate(submittedAt?.slice(0, 10) ?? "", locale) })}
        >
          {t("handedIn")}
        </Notice>
      );
    case "verified":
      return (
        <Notice
          tone="positive"
          title={t("verifiedTitle")}
          actions={
            <ButtonLink variant="secondary" href={`/doctors/${slug}`}>
              {t("toPublicPage")}
            </ButtonLink>
          }
        >
          {t("verified")}
        </Notice>
      );
    case "expired":
      return (
        <Notice
          tone="caution"
          title={t("expiredTitle", { date: formatDate(licenseExpiresOn, locale) })}
          actions={
            <ButtonLink variant="secondary" href="/practice/application#documents">
              {t("toDocuments")}
            </ButtonLink>
          }
        >
          {t("expired")}
        </Notice>
      );
  }
}

async function Draft({ missing, review }: Pick<ShownApplication, "missing" | "review">) {
  const t = await getTranslations("application");
  const isComplete = missing.length === 0;
  return (
    <Notice
      tone={review ? "caution" : "info"}
      title={t(review ? `${review.outcome}Title` : "draftTitle")}
      actions={
        <ButtonLink href={isComplete ? "/practice/application#hand-in" : "/practice/application"}>
          {t(isComplete ? "lookAndHandIn" : "goOn")}
        </ButtonLink>
      }
    >
      {review && <ReviewWords review={review} />}
      <p>{t(isComplete ? (review ? "sentBackNext" : "draftComplete") : "draftMissing")}</p>
      {!isComplete && <MissingList missing={missing} />}
    </Notice>
  );
}

/** What the review said, as it was written. */
async function ReviewWords({ review }: { review: NonNullable<ShownApplication["review"]> }) {
  const t = await getTranslations("verification");
  const reason = rejectReasons.find((known) => known === review.reasonCode);
  return (
    <>
      {reason && <p>{t(`reasons.${reason}`)}.</p>}
      {review.words && (
        <p className="mb-2 whitespace-pre-line">{t("firstWords", { words: review.words })}</p>
      )}
    </>
  );
}

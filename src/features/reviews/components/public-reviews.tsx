import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { NextPage } from "@/components/ui/next-page";
import { TextLink } from "@/components/ui/text-link";
import { api } from "@/trpc/server";
import { ofDoctorInput } from "../schema";
import { ReviewCard } from "./review-card";
import { StarCounts } from "./star-counts";

type PublicReviewsProps = {
  doctor: { slug: string; name: string };
  /** The last review of the page before, as the address says it; one that is none is ignored. */
  after: unknown;
};

/** What patients say of a doctor, on the doctor's own page. */
export async function PublicReviews({ doctor, after }: PublicReviewsProps) {
  const { slug, name } = doctor;
  const asked = ofDoctorInput.safeParse({ slug, after }).data ?? { slug };
  const [t, calls] = [await getTranslations("reviews"), await api()];
  const [{ reviews, next }, distribution] = await Promise.all([
    calls.reviews.ofDoctor(asked),
    calls.reviews.stars({ slug }),
  ]);
  const isFirst = asked.after === undefined;
  return (
    <Section title={<span id="reviews">{t("title")}</span>} className="max-w-prose">
      {distribution.every((count) => count === 0) ? (
        <p className="text-ink-muted">{t("none")}</p>
      ) : (
        <StarCounts distribution={distribution} />
      )}
      <ul className="divide-y divide-line">
        {reviews.map((review) => (
          <ReviewCard
            key={review.id}
            review={review}
            answeredBy={t("answerOf", { doctor: name })}
          />
        ))}
      </ul>
      {!isFirst && <TextLink href={`/doctors/${slug}#reviews`}>{t("newest")}</TextLink>}
      <NextPage
        navLabel={t("title")}
        label={t("older")}
        href={next && `/doctors/${slug}?reviews=${next}#reviews`}
      />
    </Section>
  );
}

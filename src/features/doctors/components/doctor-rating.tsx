import { getLocale, getTranslations } from "next-intl/server";
import { Rating } from "@/components/ui/rating";
import type { RatingSummary } from "../schema";

/** What patients said after a visit; says so where nobody has yet. */
export async function DoctorRating({ rating }: { rating: RatingSummary | null }) {
  const t = await getTranslations("common");
  const locale = await getLocale();
  if (!rating || rating.count === 0) {
    return <span className="text-small text-ink-muted">{t("reviewCount", { count: 0 })}</span>;
  }
  const value = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rating.value);
  return (
    <Rating
      value={value}
      count={t("reviewCount", { count: rating.count })}
      label={t("rating", { value, count: rating.count })}
    />
  );
}

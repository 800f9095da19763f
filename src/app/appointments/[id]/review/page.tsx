import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/features/accounts/require";
import { appointmentRef } from "@/features/appointments/schema";
import { ReviewForm } from "@/features/reviews/components/review-form";
import { WrittenReview } from "@/features/reviews/components/written-review";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDay } from "@/lib/time/format";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("writeTitle"), robots: { index: false } };
}

type ReviewPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const { id } = await params;
  if (!appointmentRef.safeParse({ appointmentId: id }).success) notFound();
  await requireRole("patient", `/appointments/${id}/review`);
  const [t, refusals] = [await getTranslations("reviews"), await getTranslations("refusals")];
  const visit = await orNotFound((await api()).reviews.ofVisit({ appointmentId: id }));
  const { review, refusal, startsAt, timezone, doctorName } = visit;
  const day = formatDay(startsAt, timezone);
  return (
    <PageContainer width="form">
      <PageHeader
        above={<TextLink href={`/appointments/${id}`}>{t("backToVisit")}</TextLink>}
        title={t(review ? "yourReview" : "writeTitle")}
        lead={t("visit", { doctor: doctorName ?? t("doctorGone"), day })}
      />
      <div className="grid gap-6">
        {review && (await searchParams).done && (
          <Notice tone="positive" isLive title={t("thanks")} />
        )}
        {review && <WrittenReview review={review} doctorName={doctorName} />}
        {!review && refusal && (
          <Notice tone="caution" title={t("notYetTitle")}>
            {refusals("VISIT_NOT_COMPLETED")}
          </Notice>
        )}
        {!refusal && (
          <>
            <p>{t("writeLead")}</p>
            <ClientMessages only={["reviews", "form", "refusals"]}>
              <ApiProvider>
                <ReviewForm appointmentId={id} />
              </ApiProvider>
            </ClientMessages>
          </>
        )}
      </div>
    </PageContainer>
  );
}

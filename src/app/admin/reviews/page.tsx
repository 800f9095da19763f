import { MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { ModeratedReviewCard } from "@/features/reviews/components/moderated-review-card";
import { ModerationFilters } from "@/features/reviews/components/moderation-filters";
import { moderationHref } from "@/features/reviews/moderation-url";
import { moderationInput } from "@/features/reviews/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("moderationTitle"), robots: { index: false } };
}

type Query = Record<"show" | "rating" | "after", string | string[] | undefined>;

export default async function ModerationPage(props: { searchParams: Promise<Partial<Query>> }) {
  await requireRight("reviews.moderate", "/admin/reviews");
  const t = await getTranslations("reviews");
  const header = <PageHeader title={t("moderationTitle")} lead={t("moderationLead")} />;
  // A damaged address shows the newest page of all.
  const asked = moderationInput.safeParse(await props.searchParams).data ?? { show: "all" };
  const { reviews, next } = await (await api()).reviews.moderation(asked);
  return (
    <PageContainer width="text">
      {header}
      <ModerationFilters filter={asked} />
      {reviews.length === 0 && (
        <EmptyState icon={MessageSquareText} title={t("moderationNone")}>
          {t("moderationNoneHint")}
        </EmptyState>
      )}
      <ClientMessages only={["reviews", "form", "refusals"]}>
        <ApiProvider>
          <ul className="divide-y divide-line">
            {reviews.map((review) => (
              <ModeratedReviewCard key={review.id} review={review} />
            ))}
          </ul>
        </ApiProvider>
      </ClientMessages>
      <NextPage
        navLabel={t("moderationTitle")}
        label={t("older")}
        href={next && moderationHref({ ...asked, after: next })}
      />
    </PageContainer>
  );
}

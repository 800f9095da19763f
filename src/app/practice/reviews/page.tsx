import { MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { TabNav } from "@/components/ui/tab-nav";
import { requireRole } from "@/features/accounts/require";
import { OwnReviewCard } from "@/features/reviews/components/own-review-card";
import { ownReviewsInput } from "@/features/reviews/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("ownTitle"), robots: { index: false } };
}

type Query = { show?: string | string[]; after?: string | string[] };

export default async function OwnReviewsPage(props: { searchParams: Promise<Query> }) {
  const actor = await requireRole("doctor", "/practice/reviews");
  const t = await getTranslations("reviews");
  // A damaged address shows the newest page.
  const asked = ownReviewsInput.safeParse(await props.searchParams).data ?? { show: "all" };
  const { reviews, next } = await (await api()).reviews.own(asked);
  const isOpen = asked.show === "unanswered";
  return (
    <PageContainer width="text">
      <PageHeader title={t("ownTitle")} lead={t("ownLead")} />
      <TabNav
        label={t("filter")}
        tabs={[
          { href: "/practice/reviews", label: t("showAll"), isCurrent: !isOpen },
          {
            href: "/practice/reviews?show=unanswered",
            label: t("showUnanswered"),
            isCurrent: isOpen,
          },
        ]}
      />
      <div className="mt-2 grid gap-4">
        {reviews.length === 0 && (
          <EmptyState icon={MessageSquareText} title={t(isOpen ? "ownNoneOpen" : "ownNone")}>
            {!isOpen && t("ownNoneHint")}
          </EmptyState>
        )}
        <ClientMessages only={["reviews", "form", "refusals"]}>
          <ApiProvider>
            <ul className="divide-y divide-line">
              {reviews.map((review) => (
                <OwnReviewCard
                  key={review.id}
                  review={review}
                  mayAnswer={actor.verifiedDoctorId !== null}
                />
              ))}
            </ul>
          </ApiProvider>
        </ClientMessages>
        <NextPage
          navLabel={t("ownTitle")}
          label={t("older")}
          href={next && `/practice/reviews?show=${asked.show}&after=${next}`}
        />
      </div>
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/notice";
import { env } from "@/env.mjs";
import { requireRole } from "@/features/accounts/require";
import { FeedFacts } from "@/features/feeds/components/feed-facts";
import { FeedSettings } from "@/features/feeds/components/feed-settings";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("feeds");
  return { title: t("title"), robots: { index: false } };
}

export default async function CalendarFeedPage() {
  const actor = await requireRole("doctor", "/practice/calendar-feed");
  const t = await getTranslations("feeds");
  const feed = await (await api()).feeds.mine();
  const mayMake = actor.verifiedDoctorId !== null;
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-8">
        {!mayMake && <Notice title={t("notVerifiedTitle")}>{t("notVerified")}</Notice>}
        <Section title={t(feed ? "activeTitle" : "noneTitle")}>
          {feed ? <FeedFacts feed={feed} /> : <p className="max-w-prose">{t("none")}</p>}
          <ClientMessages only={["feeds", "form", "refusals"]}>
            <ApiProvider>
              <FeedSettings
                siteUrl={env().NEXTAUTH_URL}
                hasFeed={feed !== null}
                mayMake={mayMake}
              />
            </ApiProvider>
          </ClientMessages>
        </Section>
        <Section title={t("privacyTitle")}>
          <div className="grid max-w-prose gap-2">
            <p>{t("within")}</p>
            <p>{t("without")}</p>
          </div>
        </Section>
        <Section title={t("howTitle")}>
          <ul className="list-disc ps-5">
            <li>{t("howGoogle")}</li>
            <li>{t("howApple")}</li>
            <li>{t("howOutlook")}</li>
          </ul>
          <p className="max-w-prose text-small text-ink-muted">{t("howOften")}</p>
        </Section>
      </div>
    </PageContainer>
  );
}

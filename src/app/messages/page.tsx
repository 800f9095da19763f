import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireSignedIn } from "@/features/accounts/require";
import { MarkAllRead } from "@/features/notifications/components/mark-all-read";
import { MessageCard } from "@/features/notifications/components/message-card";
import { listMessagesInput } from "@/features/notifications/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title"), robots: { index: false } };
}

type MessagesPageProps = { searchParams: Promise<{ after?: string | string[] }> };

function pathOf(actor: { role: string; practisingDoctorId: string | null }) {
  if (actor.role === "patient") return "/appointments";
  return actor.practisingDoctorId ? "/agenda" : null;
}

export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const actor = await requireSignedIn("/messages");
  // A damaged cursor shows the newest page.
  const asked = listMessagesInput.safeParse(await searchParams);
  const { messages, next } = await (await api()).notifications.list(asked.data ?? {});
  const t = await getTranslations("notifications");
  return (
    <PageContainer width="text">
      <PageHeader
        title={t("title")}
        actions={
          actor.unreadMessages > 0 && (
            <ClientMessages only={["notifications"]}>
              <ApiProvider>
                <MarkAllRead />
              </ApiProvider>
            </ClientMessages>
          )
        }
      />
      {messages.length === 0 && (
        <EmptyState icon={Mail} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {messages.map((message) => (
          <MessageCard key={message.id} message={message} path={pathOf(actor)} />
        ))}
      </ul>
      <NextPage navLabel={t("title")} label={t("more")} href={next && `/messages?after=${next}`} />
    </PageContainer>
  );
}

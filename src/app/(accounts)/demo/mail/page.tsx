import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type DemoMessage, listDemoMail } from "@/features/accounts/demo-mail";
import { hasDemoMail } from "@/features/accounts/identity-config";
import { withQuery } from "@/features/accounts/next-path";
import { type PageProps, single } from "../../page-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("mailTitle"), robots: { index: false } };
}

/** The mailbox of the demo. Where mail is really sent there is no such page. */
export default async function DemoMailPage(props: PageProps) {
  if (!hasDemoMail()) notFound();
  const email = single((await props.searchParams).email) ?? "";
  const [t, messages] = await Promise.all([getTranslations("accountPages"), listDemoMail(email)]);
  return (
    <PageContainer width="form">
      <PageHeader title={t("mailTitle")} lead={t("mailLead")} />
      <search>
        <form className="mb-6 flex flex-wrap items-end gap-3">
          <Field id="email" label={t("mailFilter")} className="min-w-56 flex-1">
            <Input
              key={email}
              id="email"
              name="email"
              type="email"
              autoComplete="off"
              defaultValue={email}
            />
          </Field>
          <Button type="submit">{t("mailShow")}</Button>
        </form>
      </search>
      {messages.length === 0 ? (
        <EmptyState
          icon={MailOpen}
          title={t("mailEmptyTitle")}
          actions={
            <ButtonLink
              href={withQuery("/demo/mail", { email })}
              variant="secondary"
              prefetch={false}
            >
              {t("mailReload")}
            </ButtonLink>
          }
        >
          {t("mailEmpty")}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {messages.map((message) => (
            <Message key={message.href} message={message} />
          ))}
        </ul>
      )}
    </PageContainer>
  );
}

async function Message({ message }: { message: DemoMessage }) {
  const t = await getTranslations("accountPages");
  const titles = { verify: t("mailVerify"), reset: t("mailReset"), other: t("mailOther") };
  return (
    <Card as="li" className="grid justify-items-start gap-2">
      <h2 className="text-h3">{titles[message.kind]}</h2>
      <p className="break-all text-ink-muted">{t("mailTo", { email: message.email })}</p>
      {message.kind !== "other" && (
        <ButtonLink href={message.href} prefetch={false}>
          {t("mailOpen")}
        </ButtonLink>
      )}
    </Card>
  );
}

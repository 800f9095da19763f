import {
  BadgeCheck,
  CalendarClock,
  CalendarDays,
  ClipboardList,
  Clock,
  type LucideIcon,
  UserPlus,
} from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { doctorStart } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { pageContext } from "@/server/page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("forDoctors");
  return {
    title: t("title"),
    description: t("lead"),
    alternates: { canonical: "/for-doctors" },
  };
}

export default async function ForDoctorsPage() {
  const t = await getTranslations("forDoctors");
  return (
    <PageContainer>
      <div className="grid gap-12 sm:gap-16">
        <div className="grid gap-6 sm:pt-6">
          <h1 className="max-w-[18ch] text-display">{t("title")}</h1>
          <p className="max-w-prose text-lead text-ink-muted">{t("lead")}</p>
          <Begin />
        </div>
        <Section title={t("offers")}>
          <Points of={offers} />
        </Section>
        <Section title={t("how")}>
          <Points of={steps} isOrdered />
          <Notice title={t("needTitle")} className="mt-2">
            {t("need")}
          </Notice>
        </Section>
      </div>
    </PageContainer>
  );
}

/** The one next step, for whoever is looking. */
async function Begin() {
  const [t, { asking }] = await Promise.all([getTranslations("forDoctors"), pageContext()]);
  if (asking.state === "signed-in" && asking.actor.role !== "patient")
    return asking.actor.role === "doctor" ? (
      <div>
        <ButtonLink size="lg" href="/practice">
          {t("goOn")}
        </ButtonLink>
      </div>
    ) : null;
  const next = { next: doctorStart };
  const isSignedIn = asking.state === "signed-in";
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink size="lg" href={isSignedIn ? doctorStart : withQuery("/sign-up", next)}>
        {t("begin")}
      </ButtonLink>
      {!isSignedIn && (
        <ButtonLink
          size="lg"
          variant="secondary"
          href={withQuery("/sign-in", { next: "/practice" })}
        >
          {t("signIn")}
        </ButtonLink>
      )}
    </div>
  );
}

type Point = {
  key: "hours" | "day" | "calendar" | "signUp" | "fill" | "check";
  icon: LucideIcon;
};
const offers: Point[] = [
  { key: "hours", icon: Clock },
  { key: "day", icon: CalendarDays },
  { key: "calendar", icon: CalendarClock },
];
const steps: Point[] = [
  { key: "signUp", icon: UserPlus },
  { key: "fill", icon: ClipboardList },
  { key: "check", icon: BadgeCheck },
];

async function Points({ of, isOrdered = false }: { of: Point[]; isOrdered?: boolean }) {
  const t = await getTranslations("forDoctors");
  const List = isOrdered ? "ol" : "ul";
  return (
    <List className="grid gap-6 md:grid-cols-3">
      {of.map(({ key, icon: Icon }) => (
        <li key={key} className="grid content-start gap-2">
          <span className="grid size-12 place-items-center rounded-pill bg-accent-soft text-accent">
            <Icon aria-hidden className="size-6" />
          </span>
          <h3 className="text-h3">{t(`${key}Title`)}</h3>
          <p className="text-ink-muted">{t(`${key}Body`)}</p>
        </li>
      ))}
    </List>
  );
}

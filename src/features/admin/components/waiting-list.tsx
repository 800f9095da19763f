import { ChevronRight, CircleCheck } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { EmptyState } from "@/components/ui/empty-state";
import type { Waiting } from "../store";

const hrefs: Record<Waiting["kind"], string> = {
  unserved: "/admin/unserved",
  doctors: "/admin/doctors",
  renewals: "/admin/doctors",
  pharmacies: "/admin/pharmacies",
  pharmacyClaims: "/admin/pharmacies/claims",
  reports: "/admin/pharmacies/reports",
  secondDoctors: "/admin/doctors?show=second",
  secondPharmacies: "/admin/pharmacies?show=second",
  clinics: "/admin/clinics?show=proposed",
};

/** What waits for this administrator, as ways there. */
export async function WaitingList({ waiting }: { waiting: Waiting[] }) {
  const t = await getTranslations("admin");
  if (waiting.length === 0)
    return (
      <EmptyState icon={CircleCheck} title={t("waitingNone")}>
        {t("waitingNoneHint")}
      </EmptyState>
    );
  return (
    <Section title={t("waiting")}>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-raised">
        {waiting.map(({ kind, count, days }) => (
          <li key={kind}>
            <Link
              href={hrefs[kind]}
              className="flex min-h-touch items-center justify-between gap-4 rounded-card px-4 py-3 text-ink no-underline hover:bg-accent-soft sm:px-6"
            >
              <span className="grid gap-0.5">
                <span className="font-semibold">{t(`waiting_${kind}`, { count })}</span>
                <span className="text-small text-ink-muted">
                  {t(kind === "unserved" ? "firstVisit" : "waitedFor", { days })}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-accent" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

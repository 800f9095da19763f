import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import { api } from "@/trpc/server";
import { spanText } from "../span-text";

/** For the overview: each district in which nobody is on duty when somebody should be. */
export async function DutyGaps() {
  const [t, calls] = await Promise.all([getTranslations("duty"), api()]);
  const districts = await calls.duty.gaps();
  if (districts.length === 0) return null;
  return (
    <Section title={t("overviewTitle")}>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface px-4 shadow-raised sm:px-6">
        {districts.map(({ id, name, timezone, gaps: [first, ...more] }) => (
          <li key={id} className="grid gap-0.5 py-3">
            <TextLink
              href={`/admin/duty/${id}`}
              className="flex min-h-touch items-center font-semibold"
            >
              {t("overviewGap", { district: name, span: first ? spanText(first, timezone) : "" })}
            </TextLink>
            {more.length > 0 && (
              <span className="text-small text-ink-muted">
                {t("overviewMore", { count: more.length })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

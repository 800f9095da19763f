import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import { zoneName } from "@/lib/time/format";
import { api } from "@/trpc/server";
import { spanText } from "../span-text";

/** For the staff's own room: when their pharmacy is on duty next. */
export async function UpcomingShifts() {
  const [t, calls] = await Promise.all([getTranslations("duty"), api()]);
  const shifts = await calls.duty.upcoming();
  return (
    <Section title={t("upcomingTitle")}>
      {shifts.length === 0 && <p className="text-ink-muted">{t("upcomingNone")}</p>}
      <ul className="divide-y divide-line">
        {shifts.map(({ id, district, districtSlug, timezone, ...shift }) => (
          <li key={id} className="grid gap-0.5 py-2">
            <span className="font-semibold">{spanText(shift, timezone)}</span>
            <span className="text-small text-ink-muted">
              <TextLink href={`/pharmacies/duty/${districtSlug}`}>{district}</TextLink>,{" "}
              {zoneName(timezone, shift.startMs)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

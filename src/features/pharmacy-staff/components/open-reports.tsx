import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { OpenReport } from "@/features/pharmacy-reports/store";
import { formatDay } from "@/lib/time/format";

type OpenReportsProps = { reports: OpenReport[]; timezone: string };

/** What people say of the hours and nobody has answered yet; nothing where there is nothing. */
export async function OpenReports({ reports, timezone }: OpenReportsProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacyStaff"), getLocale()]);
  if (reports.length === 0) return null;
  return (
    <Notice tone="caution" title={t("reportsTitle")}>
      <ul className="my-2 grid gap-2">
        {reports.map(({ kind, times, lastAt }) => (
          <li key={kind}>
            <span className="block font-medium">{t(`reportKinds.${kind}`)}</span>
            <span className="text-small text-ink-muted">
              {t("reportTimes", { count: times, date: formatDay(lastAt, timezone, locale) })}
            </span>
          </li>
        ))}
      </ul>
      <p>{t("reportsHint")}</p>
    </Notice>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/time/format";
import type { OpenReport } from "../store";

type OpenReportsProps = { reports: readonly OpenReport[] /** The pharmacy's. */; timezone: string };

/** What people say of the hours of one's own pharmacy; nothing where they say nothing. */
export async function OpenReports({ reports, timezone }: OpenReportsProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  if (reports.length === 0) return null;
  return (
    <Notice tone="caution" title={t("ownReports")}>
      <ul className="grid gap-1">
        {reports.map(({ kind, times, since, lastAt }) => (
          <li key={kind}>
            {t("saidTimes", { kind: t(`report.${kind}`), times })}
            {". "}
            {t("saidSince", {
              first: formatDay(since, timezone, locale, "short"),
              last: formatDay(lastAt, timezone, locale, "short"),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-2">{t("ownReportsHint")}</p>
    </Notice>
  );
}

import { Clock, RefreshCw } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { countryName } from "@/lib/countries";
import { formatDate, formatDay } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { QueueFilter, QueueRow } from "../queue-store";
import { daysWaiting, promisedDays } from "../rules";
import { FirstBadge } from "./first-badge";

type QueueCardProps = { row: QueueRow; show: QueueFilter["show"]; now: Instant };

/** One doctor in the list: who, what licence, how long waiting, and whose case it is. */
export async function QueueCard({ row, show, now }: QueueCardProps) {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const facts = [
    row.specialization,
    t("licence", { number: row.licenseNumber }),
    row.country && countryName(row.country, locale),
  ];
  return (
    <Card as="li" className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <h2 className="text-h3 wrap-anywhere">
          <TextLink look="title" href={`/admin/doctors/${row.doctorId}`}>
            {row.name || row.licenseNumber}
          </TextLink>
        </h2>
        <p className="text-ink-muted wrap-anywhere">{facts.filter(Boolean).join(", ")}</p>
      </div>
      <div className="flex flex-wrap content-start gap-2 lg:justify-end">
        <SinceBadge since={row.since} show={show} now={now} />
        {row.kind === "renewal" && (
          <Badge tone="info" icon={RefreshCw}>
            {row.expiresOn
              ? t("renewalUntil", { date: formatDate(row.expiresOn, locale, "short") })
              : t("renewal")}
          </Badge>
        )}
        {row.first && <FirstBadge first={row.first} />}
      </div>
      {(show === "waiting" || show === "second" || row.assignee) && (
        <p className="text-small text-ink-muted">
          {row.assignee ? t("assignee", { name: row.assignee }) : t("assigneeNobody")}
        </p>
      )}
    </Card>
  );
}

async function SinceBadge({ since, show, now }: Omit<QueueCardProps, "row"> & { since: Instant }) {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  if (show !== "waiting" && show !== "second")
    return <Badge>{t(`since.${show}`, { date: formatDay(since, "UTC", locale) })}</Badge>;
  const days = daysWaiting(since, now);
  const isOverdue = days > promisedDays;
  return (
    <Badge tone={isOverdue ? "caution" : "neutral"} icon={Clock}>
      {t(isOverdue ? "overdue" : "waitingFor", { days })}
    </Badge>
  );
}

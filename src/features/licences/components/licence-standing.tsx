import { CircleAlert, CircleCheck, Clock, type LucideIcon, OctagonPause } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDate, formatDay } from "@/lib/time/format";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";
import type { Standing } from "../rules";
import { unservedHref } from "../unserved-url";
import { SuspensionButton } from "./suspension-button";

const looks: Record<
  Standing,
  { tone: Tone; icon: LucideIcon; key: `admin${Capitalize<Standing>}` }
> = {
  holds: { tone: "positive", icon: CircleCheck, key: "adminHolds" },
  endless: { tone: "positive", icon: CircleCheck, key: "adminEndless" },
  ending: { tone: "caution", icon: Clock, key: "adminEnding" },
  ended: { tone: "caution", icon: CircleAlert, key: "adminEnded" },
  suspended: { tone: "critical", icon: OctagonPause, key: "adminSuspended" },
};

/**
 * A doctor's licence on an administrator's page about them: until when, what they were told and handed
 * in, its suspension, and what waits because of it. For those with the right `doctors.verify`.
 */
export async function LicenceStanding({ doctorId }: { doctorId: string }) {
  const t = await getTranslations("licences");
  const licence = await (await api()).licences.standing({ doctorId });
  const { standing, isVerified, suspendedAt, revision, open, renewals, notices } = licence;
  const { tone, icon, key } = looks[standing];
  const facts: Definition[] = [
    { term: t("adminLastDay"), value: <LastDay {...licence} /> },
    {
      term: t("adminNotices"),
      value: <Lines lines={notices.map((one) => t("adminNotice", noticeOf(one)))} />,
    },
    {
      term: t("adminRenewals"),
      value: (
        <Lines
          lines={renewals.map(({ expiresOn, handedInAt, status }) =>
            t("adminRenewal", {
              until: formatDate(expiresOn),
              date: formatDay(handedInAt, "UTC"),
              status: t(`status_${status}`),
            }),
          )}
        />
      ),
    },
  ];
  const waiting = t("adminOpenLink", { count: open });
  const link = <TextLink href={unservedHref({ doctor: doctorId })}>{waiting}</TextLink>;
  if (open > 0) facts.push({ term: t("adminOpen"), value: licence.mayDecide ? link : waiting });
  return (
    <Section
      title={t("adminTitle")}
      actions={
        isVerified ? (
          <Badge tone={tone} icon={icon}>
            {t(key)}
          </Badge>
        ) : (
          <Badge>{t("adminUnverified")}</Badge>
        )
      }
    >
      {suspendedAt && (
        <div className="max-w-prose wrap-anywhere">
          <p className="font-semibold">
            {t("adminSuspendedSince", {
              date: formatDay(suspendedAt, "UTC"),
              name: licence.suspendedBy ?? t("adminSomeone"),
            })}
          </p>
          <p>{t("suspendedReason", { reason: licence.suspensionReason ?? "" })}</p>
        </div>
      )}
      <DefinitionList items={facts} />
      {licence.isOwn && <p className="text-ink-muted">{t("adminOwn")}</p>}
      {licence.maySuspend && !licence.isOwn && (isVerified || suspendedAt) && (
        <ClientMessages only={["licences", "form", "refusals"]}>
          <ApiProvider>
            <SuspensionButton {...{ doctorId, revision, isSuspended: suspendedAt !== null }} />
          </ApiProvider>
        </ClientMessages>
      )}
    </Section>
  );
}

type Told = { daysBefore: number; sentAt: Parameters<typeof formatDay>[0] };
const noticeOf = ({ daysBefore, sentAt }: Told) => ({
  days: daysBefore,
  date: formatDay(sentAt, "UTC"),
});

type LastDayProps = { expiresOn: string | null; daysLeft: number | null };

async function LastDay({ expiresOn, daysLeft }: LastDayProps) {
  const t = await getTranslations("licences");
  if (expiresOn === null || daysLeft === null) return t("adminEndless");
  const left =
    daysLeft < 0 ? t("daysOver", { days: -daysLeft }) : t("daysLeft", { days: daysLeft });
  return `${formatDate(expiresOn)}. ${left}`;
}

async function Lines({ lines }: { lines: string[] }) {
  const t = await getTranslations("licences");
  if (lines.length === 0) return t("adminNone");
  return (
    <ul className="grid gap-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

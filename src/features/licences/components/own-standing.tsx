import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Tone } from "@/components/ui/tone";
import { formatDate, formatDay } from "@/lib/time/format";
import type { OwnLicence } from "../queries/get-own-licence";
import type { Standing } from "../rules";

const tones: Record<Standing, Tone> = {
  holds: "positive",
  endless: "positive",
  ending: "caution",
  ended: "caution",
  suspended: "critical",
};

/** Where a doctor's own licence stands, in words. */
export async function OwnStanding(props: { licence: OwnLicence; actions?: ReactNode }) {
  const t = await getTranslations("licences");
  const { standing, expiresOn, daysLeft, suspendedAt, suspensionReason } = props.licence;
  const date = formatDate(expiresOn ?? "1970-01-01");
  return (
    <Notice tone={tones[standing]} title={t(`${standing}Title`, { date })} actions={props.actions}>
      {daysLeft !== null && standing !== "suspended" && (
        <p>
          {daysLeft < 0 ? t("daysOver", { days: -daysLeft }) : t("daysLeft", { days: daysLeft })}
        </p>
      )}
      <p>{t(standing, { date: suspendedAt ? formatDay(suspendedAt, "UTC") : "" })}</p>
      {suspensionReason && <p>{t("suspendedReason", { reason: suspensionReason })}</p>}
    </Notice>
  );
}

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatDuration, formatTime } from "@/lib/time/format";
import type { PatientAppointment } from "../read-store";

type VisitStateProps = {
  appointment: Pick<
    PatientAppointment,
    "status" | "startsAt" | "timezone" | "delayMinutes" | "clinicPhone"
  >;
};

/** How the day goes: how late the doctor runs, and where the patient is in it. */
export function VisitState({ appointment }: VisitStateProps) {
  const t = useTranslations("appointments");
  const { status, clinicPhone } = appointment;
  if (status === "in_progress") return <Notice title={t("inProgressTitle")} />;
  if (status === "no_show")
    return (
      <Notice tone="caution" title={t("missedTitle")}>
        <p>{t("missedHint")}</p>
        {clinicPhone && <p>{t("callClinic", { phone: clinicPhone })}</p>}
      </Notice>
    );
  return (
    <>
      {status === "arrived" && <Notice title={t("arrivedTitle")}>{t("arrivedHint")}</Notice>}
      <DelayNotice {...appointment} />
    </>
  );
}

function DelayNotice(appointment: VisitStateProps["appointment"]) {
  const t = useTranslations("appointments");
  const late = lateness(appointment);
  if (!late) return null;
  return (
    <Notice tone="caution" title={t("lateTitle", { duration: late.duration })}>
      {t("lateHint", { expected: late.expected, booked: late.booked })}
    </Notice>
  );
}

/** How late a visit that still waits is expected to begin, and when; null for one that is on time. */
export function lateness(appointment: Omit<VisitStateProps["appointment"], "clinicPhone">) {
  const { status, startsAt, timezone, delayMinutes } = appointment;
  const isWaiting = status === "scheduled" || status === "confirmed" || status === "arrived";
  if (!isWaiting || delayMinutes === 0) return null;
  return {
    duration: formatDuration(delayMinutes),
    booked: formatTime(startsAt, timezone),
    expected: formatTime(startsAt.add({ minutes: delayMinutes }), timezone),
  };
}

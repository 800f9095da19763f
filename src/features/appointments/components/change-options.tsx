import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/refusal";
import { formatDayTime, formatDuration, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { PatientAppointment } from "../read-store";

type ChangeOptionsProps = {
  appointment: PatientAppointment & { changes: { deadline: Instant; refusal: Refusal | null } };
};

/** Move or cancel, until when; or the rule that stands against it, and whom to call. */
export function ChangeOptions({ appointment }: ChangeOptionsProps) {
  const t = useTranslations("appointments");
  const { id, changes, timezone, cancellationNoticeMinutes, clinicPhone } = appointment;
  if (changes.refusal?.code === "MOVE_TOO_LATE")
    return (
      <Notice tone="info" title={t("tooLateTitle")}>
        <p>{t("tooLate", { notice: formatDuration(cancellationNoticeMinutes) })}</p>
        {clinicPhone && <p>{t("callClinic", { phone: clinicPhone })}</p>}
      </Notice>
    );
  if (changes.refusal) return null;
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">
        {t("changeUntil", {
          time: formatDayTime(changes.deadline, timezone),
          zone: zoneName(timezone, changes.deadline),
        })}
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/appointments/${id}/move`} variant="secondary">
          {t("move")}
        </ButtonLink>
        <ButtonLink href={`/appointments/${id}/cancel`} variant="quiet">
          {t("cancel")}
        </ButtonLink>
      </div>
    </div>
  );
}

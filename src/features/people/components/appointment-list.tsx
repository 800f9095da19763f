import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatTime } from "@/lib/time/format";
import type { ListedAppointment } from "../appointments-store";

/** Appointments in rows: when, who, with whom, where and how they stand; on a phone in blocks. */
export async function AppointmentList({ appointments }: { appointments: ListedAppointment[] }) {
  const [t, words] = await Promise.all([
    getTranslations("people"),
    getTranslations("appointments"),
  ]);
  return (
    <ul className="@container divide-y divide-line border-y border-line">
      {appointments.map((one) => (
        <li
          key={one.id}
          className="grid gap-x-6 gap-y-1 py-3 @3xl:grid-cols-[minmax(0,3fr)_minmax(0,5fr)_8rem] @3xl:items-center"
        >
          <TextLink
            href={`/admin/appointments/${one.id}`}
            look="title"
            className="inline-flex min-h-touch flex-wrap items-center gap-x-2 font-semibold"
          >
            {formatDay(one.startsAt, one.timezone)}
            <span>{formatTime(one.startsAt, one.timezone)}</span>
          </TextLink>
          <p className="min-w-0 text-small wrap-anywhere">
            <span className="font-medium" dir="auto">
              {one.patientName || t("noName")}
            </span>
            {one.patientUserId === null && ` (${t("noAccount")})`}
            <span className="block text-ink-muted">
              {[one.doctorName ?? t("doctorGone"), one.clinicName ?? t("clinicGone")].join(" · ")}
            </span>
          </p>
          <p>
            <Badge>{words(`status_${one.status}`)}</Badge>
          </p>
        </li>
      ))}
    </ul>
  );
}

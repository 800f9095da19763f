import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDayTime, formatTime, zoneName } from "@/lib/time/format";
import type { AppointmentDetail } from "../appointments-store";

type AppointmentFactsProps = {
  appointment: AppointmentDetail;
  /** Whether the viewer may open people. */
  hasPeople: boolean;
};

export async function AppointmentFacts({ appointment, hasPeople }: AppointmentFactsProps) {
  const [t, words] = await Promise.all([
    getTranslations("people"),
    getTranslations("appointments"),
  ]);
  const { startsAt, endsAt, timezone, status, origin, bookedAt } = appointment;
  const person = (name: string, userId: string | null): ReactNode =>
    userId && hasPeople ? (
      <TextLink href={`/admin/people/${userId}`} className="inline-block py-1.5">
        {name}
      </TextLink>
    ) : (
      name
    );
  const patient = appointment.patientName || t("noName");
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t("colStatus"), value: <Badge>{words(`status_${status}`)}</Badge> },
          {
            term: t("colWhen"),
            value: (
              <>
                {formatDayTime(startsAt, timezone, "en", "long")} – {formatTime(endsAt, timezone)}
                <span className="block text-small font-normal text-ink-muted">
                  {zoneName(timezone, startsAt)}
                </span>
              </>
            ),
          },
          { term: t("patient"), value: person(patient, appointment.patientUserId) },
          {
            term: t("doctor"),
            value: person(appointment.doctorName ?? t("doctorGone"), appointment.doctorUserId),
          },
          { term: t("clinic"), value: appointment.clinicName ?? t("clinicGone") },
          { term: t("origin"), value: t(origin === "online" ? "origin_online" : "origin_walk_in") },
          {
            term: t("bookedAt"),
            value: bookedAt ? formatDayTime(bookedAt, timezone, "en", "long") : t("never"),
          },
        ]}
      />
    </Card>
  );
}

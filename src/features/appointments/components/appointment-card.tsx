import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PatientAppointment } from "../read-store";
import { ProposalBadge } from "./proposal-badge";
import { StatusBadge } from "./status-badge";
import { lateness } from "./visit-state";
import { When } from "./when";

/** One appointment in a list; all of the card leads to it. */
export function AppointmentCard({ appointment }: { appointment: PatientAppointment }) {
  const t = useTranslations("appointments");
  const { id, status, doctorName, specialization, clinicName, clinicCity } = appointment;
  const late = lateness(appointment);
  return (
    <Card as="li" className="relative grid gap-2 hover:border-accent">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <When {...appointment} />
        <span className="flex flex-wrap gap-2">
          {appointment.hasOpenProposal && <ProposalBadge />}
          <StatusBadge status={status} />
        </span>
      </div>
      {late && (
        <p className="font-semibold text-caution">
          {t("lateShort", { duration: late.duration, expected: late.expected })}
        </p>
      )}
      <h2 className="text-h3">
        <Link href={`/appointments/${id}`} className="no-underline after:absolute after:inset-0">
          {doctorName ?? t("doctorGone")}
        </Link>
      </h2>
      <p className="text-ink-muted">
        {[specialization, clinicName ?? t("clinicGone"), clinicCity].filter(Boolean).join(" · ")}
      </p>
    </Card>
  );
}

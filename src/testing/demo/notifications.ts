import { wordNews } from "@/features/notifications/rules";
import { fromDate } from "@/lib/time/instant";
import type { Clock } from "./clock";
import { idOf } from "./random";
import type { DemoVisit } from "./visit";

const MONTH = 30 * 86_400_000;

/** Inboxes of patients and doctors: what the product itself would have written this last month. */
export function buildNotifications(visits: readonly DemoVisit[], clock: Clock) {
  const since = clock.midnight.epochMilliseconds - MONTH;
  return visits.flatMap((visit) => {
    const { row, patient, association } = visit;
    const doctorName = association.doctor.user.fullName;
    const booked = new Date(row.createdAt ?? row.startsAt);
    const cancelled = row.cancelledAt ? new Date(row.cancelledAt) : null;
    const inboxes = [
      { userId: patient.user.id, withWhom: doctorName ?? "your doctor" },
      { userId: association.doctor.user.id, withWhom: patient.user.fullName ?? "" },
    ];
    return inboxes.flatMap(({ userId, withWhom }) =>
      [
        { kind: "appointment_booked" as const, at: booked },
        ...(cancelled ? [{ kind: "appointment_cancelled" as const, at: cancelled }] : []),
      ]
        .filter(({ at }) => at.getTime() >= since)
        .map(({ kind, at }) => message({ visit, userId, withWhom, kind, at, clock })),
    );
  });
}

function message(from: {
  visit: DemoVisit;
  userId: string;
  withWhom: string;
  kind: "appointment_booked" | "appointment_cancelled";
  at: Date;
  clock: Clock;
}) {
  const { visit, userId, withWhom, kind, at, clock } = from;
  const startsAt = visit.startsAt;
  const { timezone, name } = visit.association.clinic.row;
  // What is older than three days has been seen.
  const isRead = clock.midnight.since(fromDate(at)).total("days") > 3;
  return {
    id: idOf(`message ${kind} ${visit.row.id} ${userId}`),
    userId,
    deviceToken: "in-app",
    notificationType: kind,
    ...wordNews({ kind, startsAt, timezone: timezone ?? "UTC", clinicName: name }, withWhom),
    data: { appointmentId: visit.row.id },
    sentAt: at,
    isRead,
    readAt: isRead ? new Date(at.getTime() + 3_600_000) : null,
  };
}

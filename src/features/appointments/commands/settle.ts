import type { AppointmentNews } from "@/features/notifications/rules";
import { wordNews } from "@/features/notifications/rules";
import { insertMessages } from "@/features/notifications/store";
import type { AppointmentId, UserId } from "@/lib/ids";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";

export type Settled = {
  appointmentId: AppointmentId;
  patient: { userId: UserId; name: string };
  doctor: { userId: UserId; name: string } | null;
  news: AppointmentNews;
};

const actions: Record<AppointmentNews["kind"], string> = {
  appointment_booked: "appointment.book",
  appointment_moved: "appointment.move",
  appointment_cancelled: "appointment.cancel",
};

/** What every change by a patient leaves behind, in its transaction: a record, and word to both. */
export async function settle(tx: Tx, { appointmentId, patient, doctor, news }: Settled) {
  await recordAudit(tx, {
    actorUserId: patient.userId,
    action: actions[news.kind],
    subjectType: "appointment",
    subjectId: appointmentId,
    details: { startsAt: news.startsAt.toString() },
  });
  const to = (userId: UserId, withWhom: string) => ({
    userId,
    kind: news.kind,
    data: { appointmentId },
    ...wordNews(news, withWhom),
  });
  await insertMessages(tx, [
    to(patient.userId, doctor?.name ?? "your doctor"),
    ...(doctor ? [to(doctor.userId, patient.name)] : []),
  ]);
}

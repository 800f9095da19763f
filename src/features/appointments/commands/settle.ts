import type { AppointmentNews } from "@/features/notifications/rules";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, UserId } from "@/lib/ids";
import { auditSql } from "@/server/audit";
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

/**
 * What every change by a patient leaves behind, in its transaction and in one statement: a record,
 * and word to both.
 */
export async function settle(tx: Tx, { appointmentId, patient, doctor, news }: Settled) {
  const record = auditSql({
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
  const messages = messagesSql([
    to(patient.userId, doctor?.name ?? "your doctor"),
    ...(doctor ? [to(doctor.userId, patient.name)] : []),
  ]);
  await tx.$executeRaw(Prisma.sql`WITH recorded AS (${record}) ${messages}`);
}

import type { AppointmentNews } from "@/features/notifications/rules";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { auditSql } from "@/server/audit";
import type { Tx } from "@/server/db";

export type Settled = {
  appointmentId: AppointmentId;
  patient: { userId: UserId; name: string };
  doctor: { userId: UserId; name: string } | null;
  news: AppointmentNews & { kind: keyof typeof actions };
  /** Where it was before it moved. */
  movedFrom?: Instant;
};

const actions = {
  appointment_booked: "appointment.book",
  appointment_moved: "appointment.move",
  appointment_cancelled: "appointment.cancel",
} satisfies Partial<Record<AppointmentNews["kind"], string>>;

/**
 * What every change by a patient leaves behind, in its transaction and in one statement: a record,
 * and word to both.
 */
export async function settle(tx: Tx, settled: Settled) {
  const { appointmentId, patient, doctor, news, movedFrom } = settled;
  const record = auditSql({
    actorUserId: patient.userId,
    action: actions[news.kind],
    subjectType: "appointment",
    subjectId: appointmentId,
    details: {
      startsAt: news.startsAt.toString(),
      ...(movedFrom && { movedFrom: movedFrom.toString() }),
    },
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

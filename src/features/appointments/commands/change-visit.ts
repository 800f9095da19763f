import type { AppointmentNews } from "@/features/notifications/rules";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, DoctorId, UserId } from "@/lib/ids";
import { type RefusalCode, RefusalError, refuse } from "@/lib/refusal";
import { type AuditEntry, auditSql } from "@/server/audit";
import type { Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import { type LockedVisit, lockVisit } from "../visit-store";

/** A verified doctor who works on their own appointments. */
export type DoctorActor = {
  doctorId: DoctorId;
  userId: UserId;
  name: string;
  /** Whether their licence holds today. */
  isLicensed: boolean;
};

/** The doctor's own appointment, locked. Refuses NOT_FOUND, for another doctor's too. */
export async function lockOwnVisit(
  tx: Tx,
  doctorId: DoctorId,
  appointmentId: AppointmentId,
): Promise<LockedVisit> {
  const visit = await lockVisit(tx, doctorId, appointmentId);
  if (!visit) throw new RefusalError(refuse("NOT_FOUND"));
  return visit;
}

type Settled = {
  doctor: Pick<DoctorActor, "userId" | "name">;
  visit: Pick<LockedVisit, "id" | "patientUserId" | "timezone" | "clinicName" | "startsAt">;
  action: string;
  details?: AuditEntry["details"];
  /** What the patient is told; nothing of steps that they do not care about. */
  news?: Pick<AppointmentNews, "kind"> & Partial<AppointmentNews>;
};

/**
 * What every change by a doctor leaves behind, in its transaction: a record, and word to the patient
 * if they have an account.
 */
export async function settleVisit(
  tx: Tx,
  { doctor, visit, action, details, news }: Settled,
): Promise<void> {
  const record = auditSql({
    actorUserId: doctor.userId,
    action,
    subjectType: "appointment",
    subjectId: visit.id,
    details,
  });
  if (!news || !visit.patientUserId) {
    await tx.$executeRaw(record);
    return;
  }
  const { startsAt, timezone, clinicName } = visit;
  const messages = messagesSql([
    {
      userId: visit.patientUserId,
      kind: news.kind,
      data: { appointmentId: visit.id },
      ...wordNews({ startsAt, timezone, clinicName, ...news }, doctor.name),
    },
  ]);
  await tx.$executeRaw(Prisma.sql`WITH recorded AS (${record}) ${messages}`);
}

const refusalOfConstraint: Record<string, RefusalCode> = {
  appointments_step_known: "STEP_NOT_POSSIBLE",
  appointments_doctor_free: "VISITS_OVERLAP",
  appointments_patient_free: "PATIENT_ELSEWHERE",
  appointments_doctor_licensed: "DOCTOR_NOT_BOOKABLE",
};

/** The refusal in which a constraint's word on a visit reaches its doctor; other errors stay. */
export async function orConstraint<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = refusalOfConstraint[violatedConstraint(error) ?? ""];
    throw code ? new RefusalError(refuse(code)) : error;
  }
}

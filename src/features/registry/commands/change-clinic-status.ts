import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { lockClinics, type StoredClinic, updateStatus } from "../clinic-store";
import { approvedWords, declinedWords, statusWords, toAll } from "../messages";
import { refuseEdit } from "../rules";
import type { approveInput, declineInput, statusInput } from "../schema";
import { listDoctorUsers } from "../standing-store";

type Admin = { userId: UserId };

/**
 * Closes a clinic, opens it again or takes it off the list. Nothing is cancelled by itself:
 * appointments there come up for a decision. Its doctors are told. Refuses NOT_FOUND (a proposal, too,
 * which is approved or declined) and CHANGED_MEANWHILE.
 */
export async function changeClinicStatus(
  db: PrismaClient,
  admin: Admin,
  { clinicId, expectedRevision, status, reason }: z.infer<typeof statusInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const clinic = await lock(tx, clinicId, expectedRevision);
    if (clinic.status === "proposed") throw new RefusalError(refuse("NOT_FOUND"));
    if (clinic.status === status) return;
    await updateStatus(tx, clinicId, status);
    const doctors = await listDoctorUsers(tx, clinicId);
    await tell(tx, doctors, statusWords(clinic.facts.name, status));
    await record(tx, admin, "clinic.status", clinic, status, reason);
  });
}

/** Makes a proposed clinic public. Refuses NOT_FOUND and CHANGED_MEANWHILE. */
export async function approveClinic(
  db: PrismaClient,
  admin: Admin,
  { clinicId, expectedRevision }: z.infer<typeof approveInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const clinic = await lockProposal(tx, clinicId, expectedRevision);
    await updateStatus(tx, clinicId, "active");
    const { proposedBy, facts } = clinic;
    await tell(tx, proposedBy ? [proposedBy] : [], approvedWords(facts.name));
    await record(tx, admin, "clinic.approve", clinic, "active");
  });
}

/**
 * Takes a proposed clinic off the list, with words for whoever proposed it. Their association there
 * cannot be booked. Refuses NOT_FOUND and CHANGED_MEANWHILE.
 */
export async function declineClinic(
  db: PrismaClient,
  admin: Admin,
  { clinicId, expectedRevision, reason }: z.infer<typeof declineInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const clinic = await lockProposal(tx, clinicId, expectedRevision);
    await updateStatus(tx, clinicId, "inactive");
    const { proposedBy, facts } = clinic;
    await tell(tx, proposedBy ? [proposedBy] : [], declinedWords(facts.name, reason));
    await record(tx, admin, "clinic.decline", clinic, "inactive", reason);
  });
}

async function lock(tx: Tx, clinicId: string, expectedRevision: number): Promise<StoredClinic> {
  const [clinic = null] = await lockClinics(tx, [clinicId]);
  const refusal = refuseEdit(clinic, expectedRevision);
  if (!clinic || refusal) throw new RefusalError(refusal ?? refuse("NOT_FOUND"));
  return clinic;
}

async function lockProposal(tx: Tx, clinicId: string, expectedRevision: number) {
  const clinic = await lock(tx, clinicId, expectedRevision);
  if (clinic.status !== "proposed") throw new RefusalError(refuse("NOT_FOUND"));
  return clinic;
}

async function tell(tx: Tx, users: readonly UserId[], words: Parameters<typeof toAll>[1]) {
  if (users.length > 0) await tx.$executeRaw(messagesSql(toAll(users, words)));
}

function record(
  tx: Tx,
  { userId }: Admin,
  action: string,
  clinic: StoredClinic,
  status: string,
  reason?: string,
): Promise<void> {
  return recordAudit(tx, {
    actorUserId: userId,
    action,
    subjectType: "clinic",
    subjectId: clinic.id,
    details: {
      before: { status: clinic.status },
      after: { status },
      ...(reason && { reason }),
    },
  });
}

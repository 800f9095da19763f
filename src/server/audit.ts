import type { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Tx } from "./db";

export type AuditEntry = {
  actorUserId: UserId;
  /** Verb and noun of what was done, such as "appointment.book". */
  action: string;
  subjectType: "user" | "patient" | "appointment";
  subjectId: string;
  /** What changed. Never health data. */
  details?: Prisma.InputJsonObject;
};

/** Writes the record in the caller's transaction, so that the act and its record stand or fall together. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.auditEntry.create({ data: entry });
}

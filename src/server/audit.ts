import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { currentAddress } from "./asked-from";
import type { Tx } from "./db";

export type AuditEntry = {
  /** Null for what the platform does by itself, or a command at its console. */
  actorUserId: UserId | null;
  /** Verb and noun of what was done, such as "appointment.book". */
  action: string;
  subjectType:
    | "user"
    | "patient"
    | "appointment"
    | "doctor"
    | "renewal"
    | "association"
    | "clinic"
    | "pharmacy"
    | "district"
    | "review"
    | "administrator"
    | "settings"
    | "transfer"
    | "audit";
  subjectId: string;
  /** What changed, by `reason`, `before` and `after` where there are such. Never health data. */
  details?: Prisma.InputJsonObject;
};

/** The statement that writes the record, for a command that writes more with it in one go. */
export function auditSql({ actorUserId, action, subjectType, subjectId, details }: AuditEntry) {
  return Prisma.sql`
    INSERT INTO audit_log (actor_user_id, action, subject_type, subject_id, details, address)
    VALUES (${actorUserId}::uuid, ${action}, ${subjectType}, ${subjectId}::uuid,
      ${details ? JSON.stringify(details) : null}::jsonb, ${currentAddress()})`;
}

/** Writes the record in the caller's transaction, so that the act and its record stand or fall together. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw(auditSql(entry));
}

import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { Storage } from "@/server/ports/storage";
import { findDocument } from "../case-store";

/**
 * A doctor's document for who checks it, and how to read it; each look is in the record. Refuses
 * NOT_FOUND for what is no document of this doctor.
 */
export async function openDocument(
  db: PrismaClient,
  storage: Storage,
  { userId }: { userId: UserId },
  { doctorId, documentId }: { doctorId: string; documentId: string },
) {
  return inTransaction(db, async (tx) => {
    const document = await findDocument(tx, doctorId, documentId);
    if (!document) throw new RefusalError(refuse("NOT_FOUND"));
    await recordAudit(tx, {
      actorUserId: userId,
      action: "doctor.view-document",
      subjectType: "doctor",
      subjectId: doctorId,
      details: { documentId, kind: document.kind },
    });
    const { name, type, size, key } = document;
    return { name, type, size, read: () => storage.get(key) };
  });
}

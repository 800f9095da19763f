import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { isRelied } from "../rules";
import { lockApplication, saveDocuments } from "../store";

/**
 * Takes a document of a doctor's own off the list; the file goes with the next sweep. Refuses NOT_FOUND, and
 * NOT_ALLOWED for one that the review rests on.
 */
export async function removeDocument(
  db: PrismaClient,
  { userId, doctorId }: { userId: UserId; doctorId: DoctorId },
  documentId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const application = await lockApplication(tx, doctorId);
    const document = application.documents.find(({ id }) => id === documentId);
    if (!document) throw new RefusalError(refuse("NOT_FOUND"));
    if (isRelied(application, document)) throw new RefusalError(refuse("NOT_ALLOWED"));
    const rest = application.documents.filter((one) => one !== document);
    await saveDocuments(tx, doctorId, rest);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "doctor.remove-document",
      subjectType: "doctor",
      subjectId: doctorId,
      details: { documentId },
    });
  });
}

import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { Storage } from "@/server/ports/storage";
import { type ListedDocument, mostDocuments, refuseSize, safeFileName } from "../documents";
import { deleteRemoval, expediteRemoval, insertRemoval } from "../file-store";
import { takeIn } from "../intake";
import type { addDocumentSchema } from "../schema";
import { getApplication, lockApplication, saveDocuments } from "../store";

type Doctor = { userId: UserId; doctorId: DoctorId };

/**
 * Keeps a document of a doctor's own, lists it, and gives it as listed. Refuses FILE_TOO_LARGE and TOO_MANY_FILES before
 * the file is read, and FILE_NOT_ACCEPTED for what is not whole or not of a kind we take; nothing of
 * a refused file stays.
 */
export async function addDocument(
  db: PrismaClient,
  storage: Storage,
  doctor: Doctor,
  input: z.infer<typeof addDocumentSchema>,
  now: Instant,
): Promise<ListedDocument> {
  const { kind, name, size, body } = input;
  const refusal = refuseSize(size);
  if (refusal) throw new RefusalError(refusal);
  assertRoom((await getApplication(db, doctor.doctorId)).documents);
  const { type, bytes, sha256 } = await takeIn(body, size);
  const id = randomUUID();
  const key = `doctors/${doctor.doctorId}/${id}`;
  await insertRemoval(db, key);
  try {
    await storage.put(key, bytes, { size, type });
    const said = { id, key, kind, name: safeFileName(name, type), type, size };
    const document = { ...said, sha256: sha256(), uploadedAt: now.toString() };
    await list(db, doctor, document);
    return document;
  } catch (error) {
    await expediteRemoval(db, key);
    throw error;
  }
}

function assertRoom(documents: readonly ListedDocument[]): void {
  if (documents.length >= mostDocuments) throw new RefusalError(refuse("TOO_MANY_FILES"));
}

/** Puts it on the list and off the other, of files to remove, in one go. */
async function list(db: PrismaClient, { userId, doctorId }: Doctor, document: ListedDocument) {
  await inTransaction(db, async (tx) => {
    const { documents } = await lockApplication(tx, doctorId);
    assertRoom(documents);
    // An upload that took an hour has been given up: the file has gone.
    if (!(await deleteRemoval(tx, document.key))) throw new RefusalError(refuse("TRY_AGAIN"));
    await saveDocuments(tx, doctorId, [...documents, document]);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "doctor.add-document",
      subjectType: "doctor",
      subjectId: doctorId,
      details: { documentId: document.id, kind: document.kind, sha256: document.sha256 },
    });
  });
}

import type { DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Db } from "@/server/db";
import type { Storage } from "@/server/ports/storage";
import { getApplication } from "../store";

/** A document of a doctor's own, and how to read it. Refuses NOT_FOUND for anyone else's. */
export async function openDocument(
  db: Db,
  storage: Storage,
  doctorId: DoctorId,
  documentId: string,
) {
  const { documents } = await getApplication(db, doctorId);
  const document = documents.find(({ id }) => id === documentId);
  if (!document) throw new RefusalError(refuse("NOT_FOUND"));
  const { name, type, size, key } = document;
  return { name, type, size, read: () => storage.get(key) };
}

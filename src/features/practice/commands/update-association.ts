import type { z } from "zod";
import { lockDoctorAssociations } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { detailsInput } from "../association-schema";
import { clearPrimary, updateDetails } from "../association-store";
import type { Seeker } from "../clinic-store";
import { getAssociation } from "../queries/get-association";
import { refuseDetails } from "../rules";

/**
 * Saves what a doctor says about their work at a clinic, apart from its hours. Refuses NOT_FOUND,
 * CHANGED_MEANWHILE, ASSOCIATION_ENDED, and a first day after appointments that stand already.
 */
export async function updateAssociation(
  db: PrismaClient,
  { userId, doctorId, now }: Seeker,
  { associationId, expectedRevision, answers }: z.infer<typeof detailsInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockDoctorAssociations(tx, doctorId);
    const association = await getAssociation(tx, doctorId, associationId, now);
    const refusal = refuseDetails(association, expectedRevision, answers);
    if (refusal) throw new RefusalError(refusal);
    if (answers.isPrimary) await clearPrimary(tx, doctorId, associationId);
    await updateDetails(tx, associationId, answers);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "association.update",
      subjectType: "association",
      subjectId: associationId,
      details: answers,
    });
  });
}

import type { z } from "zod";
import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import { listScheduleFacts } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import type { detailsInput } from "../association-schema";
import { clearPrimary, type OwnAssociation, updateDetails } from "../association-store";
import type { Seeker } from "../clinic-store";
import { refuseCollision } from "../collision";
import { getAssociation } from "../queries/get-association";
import { refuseDetails } from "../rules";

/**
 * Saves what a doctor says about their work at a clinic, apart from its hours. Refuses NOT_FOUND,
 * CHANGED_MEANWHILE, ASSOCIATION_ENDED, a first day after appointments that stand already, and
 * HOURS_COLLIDE for an earlier one.
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
    if (association.startDate !== null && answers.startDate < association.startDate)
      await refuseEarlier(tx, doctorId, association, now);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "association.update",
      subjectType: "association",
      subjectId: associationId,
      details: answers,
    });
  });
}

/** An earlier first day, as it is written, must not ask the doctor to be at two clinics at once. */
async function refuseEarlier(
  tx: Tx,
  doctorId: Seeker["doctorId"],
  association: Pick<OwnAssociation, "id">,
  now: Seeker["now"],
): Promise<void> {
  const all = await listScheduleFacts(tx, { doctorId }, now);
  const others = all.filter(({ id }) => id !== association.id);
  const own = all.find(({ id }) => id === association.id);
  const refusal = own && refuseCollision(own.facts, others, now);
  if (refusal) throw new RefusalError(refusal);
}

import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { AssociationId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import type { joinInput } from "../association-schema";
import { clearPrimary, endPassed, insertAssociation, lockDoctor } from "../association-store";
import { lockJoinable, type Seeker } from "../clinic-store";

const oneCurrent = ["idx_doctor_clinics_one_current", "idx_doctor_clinics_unique_active"];

/**
 * A doctor begins at a clinic, without hours yet. A primary one takes that from the other. Refuses
 * NOT_FOUND (a closed clinic and another doctor's proposal, too) and ALREADY_AT_CLINIC.
 */
export async function joinClinic(
  db: PrismaClient,
  seeker: Seeker,
  { clinicId, answers }: z.infer<typeof joinInput>,
): Promise<AssociationId> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockDoctor(tx, seeker.doctorId);
      if (!(await lockJoinable(tx, seeker, clinicId))) throw new RefusalError(refuse("NOT_FOUND"));
      await endPassed(tx, seeker, clinicId);
      if (answers.isPrimary) await clearPrimary(tx, seeker.doctorId);
      const id = await insertAssociation(tx, seeker.doctorId, clinicId, answers);
      await recordAudit(tx, {
        actorUserId: seeker.userId,
        action: "association.join",
        subjectType: "association",
        subjectId: id,
        details: { clinicId, startDate: answers.startDate },
      });
      return id;
    });
  } catch (error) {
    // The index has the last word, so that two who join at once join once.
    if (oneCurrent.includes(violatedConstraint(error) ?? ""))
      throw new RefusalError(refuse("ALREADY_AT_CLINIC"));
    throw error;
  }
}

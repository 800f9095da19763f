import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { isZone } from "@/lib/time/zone";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { DistrictAnswers } from "../form-schema";
import { answersOf } from "../queries/read-admin";
import type { createDistrictInput, updateDistrictInput } from "../schema";
import { insertDistrict, lockDistrict, refuseSlugInUse, updateDistrictFacts } from "../store";

type Admin = { userId: UserId };

/** Adds a district. Refuses SLUG_IN_USE, and INVALID_INPUT for no zone, at the field. */
export async function createDistrict(
  db: PrismaClient,
  { userId }: Admin,
  { answers }: z.infer<typeof createDistrictInput>,
): Promise<{ districtId: string }> {
  refuseZone(answers);
  return refuseSlugInUse(
    inTransaction(db, async (tx) => {
      const districtId = await insertDistrict(tx, answers);
      await recordAudit(tx, {
        actorUserId: userId,
        action: "duty.create-district",
        subjectType: "district",
        subjectId: districtId,
        details: { after: answers },
      });
      return { districtId };
    }),
  );
}

/**
 * Saves a district's facts. Shifts stay the instants they are, whatever zone is said. Refuses
 * NOT_FOUND, CHANGED_MEANWHILE and SLUG_IN_USE.
 */
export async function updateDistrict(
  db: PrismaClient,
  { userId }: Admin,
  { districtId, expectedRevision, answers }: z.infer<typeof updateDistrictInput>,
): Promise<{ revision: number }> {
  refuseZone(answers);
  return refuseSlugInUse(
    inTransaction(db, async (tx) => {
      const district = await lockDistrict(tx, districtId);
      if (!district) throw new RefusalError(refuse("NOT_FOUND"));
      if (district.revision !== expectedRevision)
        throw new RefusalError(refuse("CHANGED_MEANWHILE"));
      const revision = await updateDistrictFacts(tx, districtId, answers);
      await recordAudit(tx, {
        actorUserId: userId,
        action: "duty.update-district",
        subjectType: "district",
        subjectId: districtId,
        details: { before: answersOf(district), after: answers },
      });
      return { revision };
    }),
  );
}

function refuseZone({ timezone }: DistrictAnswers): void {
  if (!isZone(timezone))
    throw new RefusalError(refuse("INVALID_INPUT", { fields: { timezone: "choose" } }));
}

import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { insertClinic } from "../clinic-store";
import { refuseZone } from "../rules";
import type { createClinicInput } from "../schema";
import { refuseSlugInUse } from "../slug-in-use";

/** Puts an open clinic on the list. Refuses SLUG_IN_USE and INVALID_INPUT for no time zone, at the field. */
export async function createClinic(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { answers }: z.infer<typeof createClinicInput>,
): Promise<{ clinicId: string }> {
  const refusal = refuseZone(answers);
  if (refusal) throw new RefusalError(refusal);
  return refuseSlugInUse(
    inTransaction(db, async (tx) => {
      const clinicId = await insertClinic(tx, answers);
      await recordAudit(tx, {
        actorUserId: userId,
        action: "clinic.create",
        subjectType: "clinic",
        subjectId: clinicId,
        details: { after: answers },
      });
      return { clinicId };
    }),
  );
}

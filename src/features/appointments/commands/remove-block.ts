import type { z } from "zod";
import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { unblockInput } from "../agenda-schema";
import { deleteBlock } from "../visit-store";
import type { DoctorActor } from "./change-visit";

/** Opens a blocked stretch of the doctor's time again. Refuses NOT_FOUND, another doctor's too. */
export async function removeBlock(
  db: PrismaClient,
  { doctorId, userId }: DoctorActor,
  { blockId }: z.infer<typeof unblockInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockDoctorAssociations(tx, doctorId);
    if (!(await deleteBlock(tx, doctorId, blockId))) throw new RefusalError(refuse("NOT_FOUND"));
    await recordAudit(tx, {
      actorUserId: userId,
      action: "schedule.unblock",
      subjectType: "doctor",
      subjectId: doctorId,
    });
  });
}

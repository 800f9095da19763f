import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { insertDistinct, lockPair } from "../duplicate-store";
import type { tellApartInput } from "../schema";

/** Says that two are not the same pharmacy, so that nobody asks again. Refuses NOT_FOUND. */
export async function tellApart(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { oneId, otherId }: z.infer<typeof tellApartInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pair = await lockPair(tx, [oneId, otherId]);
    if (pair.length < 2) throw new RefusalError(refuse("NOT_FOUND"));
    await insertDistinct(tx, { oneId, otherId }, userId);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.tell-apart",
      subjectType: "pharmacy",
      subjectId: oneId,
      details: { after: { isNot: otherId } },
    });
  });
}

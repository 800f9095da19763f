import type { z } from "zod";
import { lockPharmacy, updatePharmacyFacts } from "@/features/registry/pharmacy-store";
import { changesOf } from "@/features/registry/rules";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { profileInput } from "../schema";
import type { Member } from "./confirm-hours";

/** Saves what staff say of their pharmacy. Refuses CHANGED_MEANWHILE. */
export async function saveProfile(
  db: PrismaClient,
  { userId, pharmacyId }: Member,
  { expectedRevision, answers }: z.infer<typeof profileInput>,
): Promise<{ revision: number }> {
  return inTransaction(db, async (tx) => {
    const pharmacy = await lockPharmacy(tx, pharmacyId);
    if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
    if (pharmacy.revision !== expectedRevision) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    const change = changesOf(pharmacy.facts, answers);
    if (!change) return { revision: expectedRevision };
    const facts = { ...pharmacy.facts, ...answers };
    const revision = await updatePharmacyFacts(tx, pharmacyId, facts, { isUnverified: false });
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.save-profile",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: change as Prisma.InputJsonObject,
    });
    return { revision };
  });
}

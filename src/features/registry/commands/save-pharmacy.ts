import type { z } from "zod";
import { knowHolidays } from "@/features/opening-hours/holidays-store";
import { holidayYears } from "@/features/opening-hours/rules";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { changesLicence } from "../licence";
import { insertPharmacy, lockPharmacy, updatePharmacyFacts } from "../pharmacy-store";
import { changesOf, refuseZone, samePosition } from "../rules";
import type { createPharmacyInput, updatePharmacyInput } from "../schema";
import { refuseSlugInUse } from "../slug-in-use";

type Admin = { userId: UserId };

/** Puts a pharmacy on the list, to be verified. Refuses SLUG_IN_USE, and INVALID_INPUT for no zone. */
export async function createPharmacy(
  db: PrismaClient,
  { userId }: Admin,
  { answers }: z.infer<typeof createPharmacyInput>,
  now: Instant,
): Promise<{ pharmacyId: string }> {
  const refusal = refuseZone(answers);
  if (refusal) throw new RefusalError(refusal);
  return refuseSlugInUse(
    inTransaction(db, async (tx) => {
      await knowHolidays(tx, answers.country, holidayYears(now));
      const pharmacyId = await insertPharmacy(tx, answers);
      await recordAudit(tx, {
        actorUserId: userId,
        action: "pharmacy.create",
        subjectType: "pharmacy",
        subjectId: pharmacyId,
        details: { after: answers },
      });
      return { pharmacyId };
    }),
  );
}

/**
 * Saves the facts of a pharmacy. Another licence than the one that was checked waits to be verified,
 * as a new pharmacy does. Refuses NOT_FOUND, CHANGED_MEANWHILE and SLUG_IN_USE.
 */
export async function updatePharmacy(
  db: PrismaClient,
  { userId }: Admin,
  { pharmacyId, expectedRevision, answers: typed }: z.infer<typeof updatePharmacyInput>,
  now: Instant,
): Promise<{ revision: number; isVerified: boolean }> {
  const answers = { ...typed, position: samePosition(typed.position) };
  const refusal = refuseZone(answers);
  if (refusal) throw new RefusalError(refusal);
  return refuseSlugInUse(
    inTransaction(db, async (tx) => {
      const pharmacy = await lockPharmacy(tx, pharmacyId);
      if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
      if (pharmacy.revision !== expectedRevision)
        throw new RefusalError(refuse("CHANGED_MEANWHILE"));
      const change = changesOf(pharmacy.facts, answers);
      if (!change) return { revision: expectedRevision, isVerified: pharmacy.isVerified };
      await knowHolidays(tx, answers.country, holidayYears(now));
      const isVerified = pharmacy.isVerified && !changesLicence(pharmacy.facts, answers);
      const isUnverified = pharmacy.isVerified && !isVerified;
      const revision = await updatePharmacyFacts(tx, pharmacyId, answers, { isUnverified });
      await recordAudit(tx, {
        actorUserId: userId,
        action: "pharmacy.update",
        subjectType: "pharmacy",
        subjectId: pharmacyId,
        details: change as Prisma.InputJsonObject,
      });
      if (isUnverified)
        await recordAudit(tx, {
          actorUserId: userId,
          action: "pharmacy.unverify",
          subjectType: "pharmacy",
          subjectId: pharmacyId,
          details: { before: { isVerified: true }, after: { isVerified } },
        });
      return { revision, isVerified };
    }),
  );
}

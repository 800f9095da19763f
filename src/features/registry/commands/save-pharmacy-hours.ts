import type { z } from "zod";
import { checkHours } from "@/features/opening-hours/form-schema";
import { knowHolidays } from "@/features/opening-hours/holidays-store";
import { holidayYears } from "@/features/opening-hours/rules";
import { settleReportsWithin } from "@/features/pharmacy-reports/within";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { lockPharmacy, updatePharmacyHours } from "../pharmacy-store";
import type { pharmacyHoursInput } from "../schema";

/**
 * Saves and confirms a pharmacy's opening hours; what was said against them is settled. Refuses NOT_FOUND, CHANGED_MEANWHILE, and INVALID_INPUT
 * for what `checkHours` finds.
 */
export async function savePharmacyHours(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { pharmacyId, expectedRevision, hours }: z.infer<typeof pharmacyHoursInput>,
  now: Instant,
): Promise<{ revision: number }> {
  if (checkHours(hours).length > 0)
    throw new RefusalError(refuse("INVALID_INPUT", { fields: { hours: "invalid" } }));
  return inTransaction(db, async (tx) => {
    const pharmacy = await lockPharmacy(tx, pharmacyId);
    if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
    if (pharmacy.revision !== expectedRevision) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    if (pharmacy.facts.country) await knowHolidays(tx, pharmacy.facts.country, holidayYears(now));
    const revision = await updatePharmacyHours(tx, pharmacyId, hours, { by: userId, at: now });
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.save-hours",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: {
        before: { hours: pharmacy.hours as Prisma.InputJsonValue },
        after: { hours },
      },
    });
    await settleReportsWithin(tx, pharmacyId, userId, "corrected", now);
    return { revision };
  });
}

import type { z } from "zod";
import { checkHours } from "@/features/opening-hours/form-schema";
import { knowHolidays } from "@/features/opening-hours/holidays-store";
import { holidayYears } from "@/features/opening-hours/rules";
import { settleReportsWithin } from "@/features/pharmacy-reports/within";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { lockHours, markConfirmed, updateHours } from "../room-store";
import type { hoursInput } from "../schema";
import type { Member } from "./confirm-hours";

/**
 * Saves a pharmacy's hours and confirms them by that; what was reported about them counts as
 * corrected. Refuses INVALID_INPUT as `checkHours` finds, and CHANGED_MEANWHILE.
 */
export async function saveHours(
  db: PrismaClient,
  { userId, pharmacyId }: Member,
  { expectedRevision, hours }: z.infer<typeof hoursInput>,
  now: Instant,
): Promise<{ revision: number }> {
  if (checkHours(hours).length > 0)
    throw new RefusalError(refuse("INVALID_INPUT", { fields: { hours: "invalid" } }));
  return inTransaction(db, async (tx) => {
    const pharmacy = await lockHours(tx, pharmacyId);
    if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
    if (pharmacy.revision !== expectedRevision) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    const revision = await updateHours(tx, pharmacyId, hours);
    // Hours may speak of holidays: they are known from the first save on.
    if (pharmacy.country) await knowHolidays(tx, pharmacy.country, holidayYears(now));
    await markConfirmed(tx, pharmacyId, userId, now);
    await settleReportsWithin(tx, pharmacyId, userId, "corrected", now);
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
    return { revision };
  });
}

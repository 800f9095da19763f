import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import { planFor } from "../queries/plan-rota";
import { sameShifts } from "../rules";
import type { saveRotaInput } from "../schema";
import { insertShifts, refuseTwice } from "../shift-store";
import { lockDistrict } from "../store";
import { recordShifts } from "./record-shifts";
import { tellStaff } from "./tell-staff";

/**
 * Writes a whole rota as it was previewed, all or nothing; the staff are told once for each pharmacy.
 * Says how many shifts that were. Refuses NOT_FOUND, INVALID_INPUT as `planFor`, DUTY_TWICE, and
 * CHANGED_MEANWHILE where it would be another rota by now.
 */
export async function saveRota(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { promised, ...wish }: z.infer<typeof saveRotaInput>,
  now: Instant,
): Promise<{ count: number }> {
  return refuseTwice(
    inTransaction(db, async (tx) => {
      const district = await lockDistrict(tx, wish.districtId);
      if (!district) throw new RefusalError(refuse("NOT_FOUND"));
      const plan = await planFor(tx, district, wish, now);
      const shifts = plan.filter(({ state }) => state === "new");
      if (!sameShifts(shifts, promised)) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
      await insertShifts(tx, district.id, shifts, userId);
      await recordShifts(tx, userId, district.id, "duty.fill-rota", { after: shifts });
      await tellStaff(
        tx,
        district,
        shifts.map((shift) => ({ ...shift, kind: "duty_new" as const })),
      );
      return { count: shifts.length };
    }),
  );
}

import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction, type Tx } from "@/server/db";
import type { ShiftAnswers } from "../form-schema";
import { readShift, refuseChange } from "../rules";
import type { addShiftInput, removeShiftInput, SeenShift, updateShiftInput } from "../schema";
import {
  deleteShift,
  districtOfShift,
  findShift,
  insertShifts,
  pharmaciesOf,
  refuseTwice,
  type Shift,
  updateShiftRow,
} from "../shift-store";
import { type District, lockDistrict } from "../store";
import { recordShifts } from "./record-shifts";
import { tellStaff } from "./tell-staff";

type Admin = { userId: UserId };

/**
 * Puts a pharmacy on duty; its staff are told. Refuses NOT_FOUND, INVALID_INPUT as `readShift` and
 * for a pharmacy that is not listed or not of the district, and DUTY_TWICE.
 */
export async function addShift(
  db: PrismaClient,
  { userId }: Admin,
  { districtId, answers }: z.infer<typeof addShiftInput>,
  now: Instant,
): Promise<void> {
  await refuseTwice(
    inTransaction(db, async (tx) => {
      const district = await lock(tx, districtId);
      const shift = await readWithin(tx, district, answers, now);
      await insertShifts(tx, districtId, [shift], userId);
      await recordShifts(tx, userId, districtId, "duty.add-shift", { after: [shift] });
      await tellStaff(tx, district, [{ ...shift, kind: "duty_new" }]);
    }),
  );
}

/**
 * Changes who is on duty, or when, as somebody saw it; the staff of both pharmacies are told. Refuses
 * as `addShift`, and CHANGED_MEANWHILE and DUTY_OVER.
 */
export async function updateShift(
  db: PrismaClient,
  { userId }: Admin,
  { shiftId, seen, answers }: z.infer<typeof updateShiftInput>,
  now: Instant,
): Promise<void> {
  await refuseTwice(
    inTransaction(db, async (tx) => {
      const { district, shift: before } = await lockShift(tx, shiftId, seen, now);
      const after = await readWithin(tx, district, answers, now);
      await updateShiftRow(tx, shiftId, after);
      const change = { before: [before], after: [after] };
      await recordShifts(tx, userId, district.id, "duty.update-shift", change);
      await tellStaff(
        tx,
        district,
        before.pharmacyId === after.pharmacyId
          ? [{ ...after, kind: "duty_changed" }]
          : [
              { ...before, kind: "duty_removed" },
              { ...after, kind: "duty_new" },
            ],
      );
    }),
  );
}

/** Takes a shift away as somebody saw it; the staff are told. Refuses NOT_FOUND, CHANGED_MEANWHILE and DUTY_OVER. */
export async function removeShift(
  db: PrismaClient,
  { userId }: Admin,
  { shiftId, seen }: z.infer<typeof removeShiftInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { district, shift } = await lockShift(tx, shiftId, seen, now);
    await deleteShift(tx, shiftId);
    await recordShifts(tx, userId, district.id, "duty.remove-shift", { before: [shift] });
    await tellStaff(tx, district, [{ ...shift, kind: "duty_removed" }]);
  });
}

async function lock(tx: Tx, districtId: string): Promise<District> {
  const district = await lockDistrict(tx, districtId);
  if (!district) throw new RefusalError(refuse("NOT_FOUND"));
  return district;
}

async function lockShift(
  tx: Tx,
  shiftId: string,
  seen: SeenShift,
  now: Instant,
): Promise<{ district: District; shift: Shift }> {
  const districtId = await districtOfShift(tx, shiftId);
  if (!districtId) throw new RefusalError(refuse("NOT_FOUND"));
  const district = await lock(tx, districtId);
  const shift = await findShift(tx, shiftId);
  const refusal = refuseChange(shift, seen, now);
  if (!shift || refusal) throw new RefusalError(refusal ?? refuse("NOT_FOUND"));
  return { district, shift };
}

async function readWithin(
  tx: Tx,
  district: District,
  answers: ShiftAnswers,
  now: Instant,
): Promise<SeenShift> {
  const read = readShift(answers, district.timezone, now);
  if ("refusal" in read) throw new RefusalError(read.refusal);
  const [pharmacy] = await pharmaciesOf(tx, district, [answers.pharmacyId]);
  if (!pharmacy)
    throw new RefusalError(refuse("INVALID_INPUT", { fields: { pharmacyId: "dutyPharmacy" } }));
  return { pharmacyId: pharmacy.id, ...read.interval };
}

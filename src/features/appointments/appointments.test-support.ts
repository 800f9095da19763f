import { randomUUID } from "node:crypto";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createPatient } from "@/testing/factories/patient";

export const db = testDatabase();
export const at = (text: string) => parseInstant(text) ?? instantOf(0);

// A Wednesday; the factory's clinic is in Chicago, open 09:00-17:00 every day.
export const now = at("2026-10-28T15:00:00Z");
export const thursdayTen = "2026-10-29T15:00:00Z";
export const symptoms = "A cough that does not go away";

/** A patient, changed as told, and the calls they may make. */
export async function patientCaller(overrides = {}) {
  const patient = await createPatient(db);
  if (Object.keys(overrides).length > 0)
    await db.user.update({ where: { id: patient.userId ?? "" }, data: overrides });
  return { patient, api: await callAs(db, patient.userId, now) };
}

export const booking = (
  associationId: string,
  startsAt = thursdayTen,
  bookingKey = randomUUID(),
) => ({
  associationId,
  startsAt,
  symptoms,
  bookingKey,
});

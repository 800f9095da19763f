import { Temporal } from "temporal-polyfill";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { judgeBirthDate } from "../rules";
import type { Onboarding } from "../schema";
import { markOnboarded, savePatient, savePerson } from "../store";
import { getPatientAccount } from "./load-account";

/**
 * Takes down who a new patient is, and what else they liked to tell. `now` is the product's. Refuses
 * NOT_ALLOWED to other roles, ACCOUNT_DEACTIVATED, and a date of birth in the future. Doing it again
 * is the same as editing.
 */
export async function completeOnboarding(
  db: PrismaClient,
  actor: { userId: UserId },
  input: Onboarding,
  now: Instant,
): Promise<void> {
  const refusal = judgeBirthDate(Temporal.PlainDate.from(input.dateOfBirth), now);
  if (refusal) throw new RefusalError(refusal);
  const { givenName, familyName, phone, ...facts } = input;
  await inTransaction(db, async (tx) => {
    const account = await getPatientAccount(tx, actor.userId);
    await savePerson(tx, account.id, { givenName, familyName, phone });
    const patientId = await savePatient(tx, account.id, facts);
    await markOnboarded(tx, account.id);
    await recordAudit(tx, {
      actorUserId: account.id,
      action: "patient.onboard",
      subjectType: "patient",
      subjectId: patientId,
    });
  });
}

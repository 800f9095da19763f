import { Temporal } from "temporal-polyfill";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { mayWriteOwnName } from "../policy";
import { judgeBirthDate } from "../rules";
import type { ProfileUpdate } from "../schema";
import { savePatient, savePerson } from "../store";
import { getAccount, getPatientAccount } from "./load-account";

/**
 * Saves one section of a person's own profile. `now` is the product's. Refuses what only patients
 * have to other roles and a doctor's name (NOT_ALLOWED), ACCOUNT_DEACTIVATED, and a date of birth in the future.
 */
export async function updateProfile(
  db: PrismaClient,
  actor: { userId: UserId },
  input: ProfileUpdate,
  now: Instant,
): Promise<void> {
  if (input.section === "patient") {
    const refusal = judgeBirthDate(Temporal.PlainDate.from(input.values.dateOfBirth), now);
    if (refusal) throw new RefusalError(refusal);
  }
  await inTransaction(db, async (tx) => {
    await saveSection(tx, actor.userId, input);
    await recordAudit(tx, {
      actorUserId: actor.userId,
      action: "user.update-profile",
      subjectType: "user",
      subjectId: actor.userId,
      // Which part, never what it says: some of it is about health.
      details: { section: input.section },
    });
  });
}

async function saveSection(tx: Tx, userId: UserId, input: ProfileUpdate): Promise<void> {
  if (input.section === "person") {
    const account = await getAccount(tx, userId);
    if (!mayWriteOwnName(account)) throw new RefusalError(refuse("NOT_ALLOWED"));
    return savePerson(tx, account.id, input.values);
  }
  const account = await getPatientAccount(tx, userId);
  if (input.section !== "patient") {
    await savePatient(tx, account.id, input.values);
    return;
  }
  const { dateOfBirth, ...person } = input.values;
  await savePerson(tx, account.id, person);
  await savePatient(tx, account.id, { dateOfBirth });
}

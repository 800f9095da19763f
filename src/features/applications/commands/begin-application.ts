import { lockAccount, savePerson } from "@/features/accounts/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { mayBecomeDoctor } from "../policy";
import { refuseExpired, todayOf } from "../rules";
import type { Begin } from "../schema";
import { findOwnDoctor, insertDoctor, lockPatientVisits, makeDoctor } from "../store";
import { refuseLicenceInUse } from "./refuse-licence";

/**
 * Makes an account a doctor's, seen by nobody until it is verified. Sent twice, it begins once.
 * Refuses EMAIL_NOT_VERIFIED, NOT_ALLOWED to other roles, ALREADY_A_PATIENT to someone who has had
 * appointments, an expired licence, and LICENSE_IN_USE.
 */
export async function beginApplication(
  db: PrismaClient,
  actor: { userId: UserId },
  input: Begin,
  now: Instant,
): Promise<void> {
  const expired = refuseExpired(input.licenseExpiresOn, todayOf(now));
  if (expired) throw new RefusalError(expired);
  await inTransaction(db, async (tx) => {
    if (!(await isNew(tx, actor.userId))) return;
    await makeDoctor(tx, actor.userId);
    await savePerson(tx, actor.userId, input);
    const doctorId = await insertDoctor(tx, actor.userId, input);
    await recordAudit(tx, {
      actorUserId: actor.userId,
      action: "doctor.begin",
      subjectType: "doctor",
      subjectId: doctorId,
    });
  }).catch(refuseLicenceInUse);
}

/** Locks the account. False where it is a doctor's already. */
async function isNew(tx: Tx, userId: UserId): Promise<boolean> {
  const account = await lockAccount(tx, userId);
  if (!account) throw new RefusalError(refuse("SESSION_ENDED"));
  if (!account.is_active) throw new RefusalError(refuse("ACCOUNT_DEACTIVATED"));
  if (account.role === "doctor" && (await findOwnDoctor(tx, userId))) return false;
  if (!mayBecomeDoctor(account)) throw new RefusalError(refuse("NOT_ALLOWED"));
  if (!account.is_email_verified) throw new RefusalError(refuse("EMAIL_NOT_VERIFIED"));
  if (await lockPatientVisits(tx, userId)) throw new RefusalError(refuse("ALREADY_A_PATIENT"));
  return true;
}

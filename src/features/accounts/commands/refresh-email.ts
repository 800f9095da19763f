import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { IdentityPort } from "@/server/ports/identity";
import { violatedConstraint } from "@/server/violation";
import { saveEmail } from "../store";
import { getAccount } from "./load-account";

/**
 * Asks the identity service whether the person's address is confirmed by now, and keeps the answer.
 * Refuses SESSION_ENDED where the service knows them no more or has switched them off, and
 * EMAIL_IN_USE.
 */
export async function refreshEmail(
  db: PrismaClient,
  identity: IdentityPort,
  actor: { userId: UserId },
): Promise<{ isEmailVerified: boolean }> {
  const { firebase_uid } = await inTransaction(db, (tx) => getAccount(tx, actor.userId));
  const person = await identity.findIdentity(firebase_uid);
  const email = person?.email;
  if (!person || !email) throw new RefusalError(refuse("SESSION_ENDED"));
  const { isEmailVerified } = person;
  try {
    await inTransaction(db, async (tx) => {
      const account = await getAccount(tx, actor.userId);
      await saveEmail(tx, account.id, email, isEmailVerified);
      if (isEmailVerified && !account.is_email_verified)
        await recordAudit(tx, {
          actorUserId: account.id,
          action: "user.verify-email",
          subjectType: "user",
          subjectId: account.id,
        });
    });
  } catch (error) {
    if (violatedConstraint(error) === "users_email_key")
      throw new RefusalError(refuse("EMAIL_IN_USE"));
    throw error;
  }
  return { isEmailVerified };
}

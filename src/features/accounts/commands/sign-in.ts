import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { currentAddress } from "@/server/asked-from";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { IdentityPort } from "@/server/ports/identity";
import type { SessionTicket } from "@/server/session-cookie";
import { violatedConstraint } from "@/server/violation";
import { openSession, revokeSessions } from "../session-store";
import { countSignIn, isImported, upsertAccount } from "../store";

/**
 * Trades a Firebase ID token for a session; the first time, that makes the account. `at` is the real
 * time. Sessions opened before the identity service's `validSince` end: after a new password, whoever
 * knew the old one is out. Of an administrator it is kept how often they sign in, and from where last.
 * Refuses SIGN_IN_REQUIRED (a token we cannot trust), EMAIL_IN_USE (another identity has the address),
 * CONFIRM_EMAIL_FIRST (an imported account has it: the link that confirms it is sent, or
 * TOO_MANY_TRIES) and ACCOUNT_DEACTIVATED.
 */
export async function signIn(
  db: PrismaClient,
  identity: IdentityPort,
  input: { idToken: string; siteUrl: string },
  at: Instant,
): Promise<SessionTicket> {
  const person = await identity.verifyIdToken(input.idToken);
  const email = person?.email;
  if (!person || !email) throw new RefusalError(refuse("SIGN_IN_REQUIRED"));
  try {
    return await inTransaction(db, async (tx) => {
      const account = await upsertAccount(tx, { ...person, email }, at);
      if (!account.is_active) throw new RefusalError(refuse("ACCOUNT_DEACTIVATED"));
      const { validSince: openedBefore } = person;
      const ended = openedBefore
        ? await revokeSessions(tx, { userId: account.id, openedBefore }, at)
        : 0;
      const ticket = await openSession(tx, account.id, at);
      if (account.role === "admin") await countSignIn(tx, account.id, currentAddress());
      await recordAudit(tx, {
        actorUserId: account.id,
        action: account.is_new ? "user.sign-up" : "user.sign-in",
        subjectType: "user",
        subjectId: account.id,
        details: { endedOtherSessions: ended > 0 },
      });
      return ticket;
    });
  } catch (error) {
    if (violatedConstraint(error) !== "users_email_key") throw error;
    if (person.isEmailVerified || !(await isImported(db, email)))
      throw new RefusalError(refuse("EMAIL_IN_USE"));
    const outcome = await identity.sendVerification(
      person.uid,
      new URL("/sign-in", input.siteUrl).href,
    );
    throw new RefusalError(refuse(outcome === "sent" ? "CONFIRM_EMAIL_FIRST" : "TOO_MANY_TRIES"));
  }
}

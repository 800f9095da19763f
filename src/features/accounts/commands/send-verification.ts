import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { inTransaction } from "@/server/db";
import type { IdentityPort } from "@/server/ports/identity";
import { safeNext, withQuery } from "../next-path";
import { getAccount } from "./load-account";

type Input = { next: string | null; siteUrl: string };

/**
 * Has the identity service send the link that confirms the person's address. Nothing of ours is
 * written. Refuses TOO_MANY_TRIES where the service wants a pause first.
 */
export async function sendVerification(
  db: PrismaClient,
  identity: IdentityPort,
  actor: { userId: UserId },
  input: Input,
): Promise<void> {
  const account = await inTransaction(db, (tx) => getAccount(tx, actor.userId));
  const path = withQuery("/auth/continue", { next: safeNext(input.next) });
  const continueUrl = new URL(path, input.siteUrl).href;
  const outcome = await identity.sendVerification(account.firebase_uid, continueUrl);
  if (outcome === "too-many") throw new RefusalError(refuse("TOO_MANY_TRIES"));
}

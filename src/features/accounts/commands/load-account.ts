import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Tx } from "@/server/db";
import { mayHavePatientProfile } from "../policy";
import { type Account, lockAccount } from "../store";

/** The account as it stands now, locked. Refuses SESSION_ENDED where it is gone, ACCOUNT_DEACTIVATED. */
export async function getAccount(tx: Tx, userId: UserId): Promise<Account> {
  const account = await lockAccount(tx, userId);
  if (!account) throw new RefusalError(refuse("SESSION_ENDED"));
  if (!account.is_active) throw new RefusalError(refuse("ACCOUNT_DEACTIVATED"));
  return account;
}

/** The same for a patient's account; refuses NOT_ALLOWED to other roles. */
export async function getPatientAccount(tx: Tx, userId: UserId): Promise<Account> {
  const account = await getAccount(tx, userId);
  if (!mayHavePatientProfile(account)) throw new RefusalError(refuse("NOT_ALLOWED"));
  return account;
}

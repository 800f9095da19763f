import { z } from "zod";
import { env } from "@/env.mjs";
import { RefusalError, refuse } from "@/lib/refusal";
import { networkOf } from "./address";
import { judge, limitOf, type Verdict } from "./limit-rules";
import { limitStore } from "./ports/limits";

const claims = z.object({ sub: z.string().min(1).max(128) });

/** Refused by us although the identity service vouches for the token: the account's own try. */
const vouchedFor = ["ACCOUNT_DEACTIVATED", "EMAIL_IN_USE", "CONFIRM_EMAIL_FIRST"];

/**
 * Tries to trade a token for a session. A try is paid before, so that many at once are not more than
 * the limit; it is given back unless the token was refused. Who has none left is refused
 * TOO_MANY_TRIES before the token is looked at.
 * @param onLimit is told what the answer to who has none left should say.
 */
export async function tryToSignIn<T>(
  { address, idToken }: { address: string | null; idToken: string },
  trade: () => Promise<T>,
  onLimit: (verdict: Verdict) => void,
): Promise<T> {
  const store = await limitStore();
  const limit = limitOf("signIn", env());
  const place = `sign-in:address:${networkOf(address)}`;
  const person = accountKey(idToken);
  const tally = await store.spend(place, 1, limit.seconds);
  const ofPerson = person ? await store.read(person) : { spent: 0, msLeft: 0 };
  const verdict = judge([
    { limit, tally },
    { limit, tally: { ...ofPerson, spent: ofPerson.spent + 1 } },
  ]);
  let costs: string[] = [];
  try {
    if (!verdict.refusal) return await trade();
    onLimit(verdict);
    throw new RefusalError(refuse("TOO_MANY_TRIES"));
  } catch (error) {
    const code = error instanceof RefusalError ? error.refusal.code : "UNEXPECTED";
    if (code === "SIGN_IN_REQUIRED") costs = [place];
    if (vouchedFor.includes(code)) costs = [place, ...(person ? [person] : [])];
    throw error;
  } finally {
    if (!costs.includes(place)) await store.spend(place, -1, limit.seconds);
    if (person && costs.includes(person)) await store.spend(person, 1, limit.seconds);
  }
}

/**
 * Under whose name tries are counted. Anybody can write a name into a token, so it is good to look a
 * count up; only a token that is vouched for raises it, and nobody can lock another person out.
 */
function accountKey(idToken: string): string | null {
  try {
    const body = Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString();
    return `sign-in:account:${claims.parse(JSON.parse(body)).sub}`;
  } catch {
    return null;
  }
}

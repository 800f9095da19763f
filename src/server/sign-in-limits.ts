import { z } from "zod";
import { env } from "@/env.mjs";
import { RefusalError, refuse } from "@/lib/refusal";
import { networkOf } from "./address";
import { judge, type LimitName, limitOf, type Verdict } from "./limit-rules";
import { limitStore, type Tally } from "./ports/limits";

const claims = z.object({ sub: z.string().min(1).max(128) });

/** Refused by us although the identity service vouches for the token: the account's own try. */
const vouchedFor = ["ACCOUNT_DEACTIVATED", "EMAIL_IN_USE", "CONFIRM_EMAIL_FIRST"];

/**
 * Tries to trade a token for a session. Only failures count, so whoever shares an address with others
 * who fail still gets in with a token that is good; bad ones are then refused TOO_MANY_TRIES, as is,
 * before the token is looked at, an address that tries very often, and an account that was refused or
 * let in too often.
 * @param onLimit is told what the answer to who has none left should say.
 */
export async function tryToSignIn<T>(
  { address, idToken }: { address: string | null; idToken: string },
  trade: () => Promise<T>,
  onLimit: (verdict: Verdict) => void,
): Promise<T> {
  const store = await limitStore();
  const place = `sign-in:address:${networkOf(address)}`;
  const person = accountKey(idToken);
  const spend = (name: LimitName, key: string) => store.spend(key, 1, limitOf(name, env()).seconds);
  const hold = (name: LimitName, tally: Tally) => {
    const verdict = judge([{ limit: limitOf(name, env()), tally }]);
    if (!verdict.refusal) return;
    onLimit(verdict);
    throw new RefusalError(refuse("TOO_MANY_TRIES"));
  };
  const next = ({ spent, msLeft }: Tally) => ({ spent: spent + 1, msLeft });

  hold("signInTries", await spend("signInTries", `${place}:tries`));
  if (person) {
    hold("signIn", next(await store.read(person)));
    hold("signedInOften", next(await store.read(`${person}:in`)));
  }
  try {
    const traded = await trade();
    if (person) await spend("signedInOften", `${person}:in`);
    return traded;
  } catch (error) {
    const code = error instanceof RefusalError ? error.refusal.code : "UNEXPECTED";
    if (code === "SIGN_IN_REQUIRED") hold("signIn", await spend("signIn", place));
    if (person && vouchedFor.includes(code)) await spend("signIn", person);
    throw error;
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

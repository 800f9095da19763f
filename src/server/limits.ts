import { env } from "@/env.mjs";
import { networkOf } from "./address";
import { isOverspent, judge, type LimitName, limitOf, type Verdict } from "./limit-rules";
import { limitStore, type Tally } from "./ports/limits";

/** Who asks: the account that a session cookie of ours names, else the network address. */
export type Asker = { userId: string | null; address: string | null };

/** How many procedures a request calls, and how many of them write. */
export type Cost = { calls: number; writes: number };

type Counted = { key: string; name: LimitName; tally: Tally };

/** Until when (by the process's own clock) keys stay overspent: who is refused again costs nothing. */
const refused = new Map<string, number>();
const mostRefused = 10_000;

const keyOf = ({ userId, address }: Asker) =>
  userId ? `account:${userId}` : `address:${networkOf(address)}`;

/** Counts calls of the API. Whether it is an administrator who asks may come while it counts. */
export async function chargeCalls(
  asker: Asker,
  { calls, writes }: Cost,
  isAdministrator: Promise<boolean>,
): Promise<Verdict> {
  const key = keyOf(asker);
  if (!asker.userId) return verdictOn([await spend("anonymous", key, calls)]);
  const [called, wrote, isOffice] = await Promise.all([
    spend("signedIn", key, calls),
    writes > 0 ? spend("writes", `${key}:writes`, writes) : null,
    isAdministrator,
  ]);
  if (isOffice) return verdictOn([{ ...called, name: "administrator" }]);
  return verdictOn(wrote ? [called, wrote] : [called]);
}

/** The refusal that this process gave a moment ago and that still holds, without asking anyone. */
export function standingRefusal(asker: Asker, { writes }: Cost): Verdict | null {
  const key = keyOf(asker);
  const calls = standing(asker.userId ? "signedIn" : "anonymous", key);
  const found = calls ?? (writes > 0 ? standing("writes", `${key}:writes`) : null);
  return found && verdictOn([found]);
}

/** Counts a page, which is not called but looked at, and so has a wider limit. */
export async function chargePage(asker: Asker): Promise<Verdict> {
  return verdictOn([await spend("pages", `page:${keyOf(asker)}`, 1)]);
}

/** Counts under one key and limit; what this process has refused already is counted no further. */
async function spend(name: LimitName, key: string, points: number): Promise<Counted> {
  const known = standing(name, key);
  if (known) return known;
  const { seconds } = limitOf(name, env());
  return { key, name, tally: await (await limitStore()).spend(key, points, seconds) };
}

function standing(name: LimitName, key: string): Counted | null {
  const msLeft = (refused.get(key) ?? 0) - performance.now();
  return msLeft > 0 ? { key, name, tally: { spent: Number.POSITIVE_INFINITY, msLeft } } : null;
}

/** Judges, and remembers what is overspent. */
function verdictOn(counted: readonly Counted[]): Verdict {
  const spent = counted.map(({ name, tally }) => ({ limit: limitOf(name, env()), tally }));
  if (refused.size > mostRefused) refused.clear();
  counted.forEach(({ key, tally }, index) => {
    const found = spent[index];
    if (found && isOverspent(found)) refused.set(key, performance.now() + tally.msLeft);
  });
  return judge(spent);
}

import "server-only";
import type { Verdict } from "./limit-rules";
import { type Cost, chargeCalls } from "./limits";
import { pageContext } from "./page-context";

/** Answers a request to an address outside the API, such as a file on its way in, counted like a call. */
export async function withinLimits(cost: Cost, answer: () => Promise<Response>): Promise<Response> {
  const { asking, address } = await pageContext();
  const actor = asking.state === "signed-in" ? asking.actor : null;
  const asker = { userId: actor?.userId ?? null, address };
  const verdict = await chargeCalls(asker, cost, Promise.resolve(actor?.role === "admin"));
  return verdict.refusal ? tooMany(verdict) : answer();
}

function tooMany({ refusal, headers }: Verdict): Response {
  return Response.json(
    { refusal },
    { status: 429, headers: { ...headers, "cache-control": "private, no-store" } },
  );
}

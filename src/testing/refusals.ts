import { TRPCError } from "@trpc/server";
import type { Refusal } from "@/lib/refusal";
import { refusalOf } from "@/server/trpc";

/** The refusal that a call answers with; fails where it succeeds or breaks in another way. */
export async function refusalFrom(call: Promise<unknown>): Promise<Refusal> {
  const outcome = await call.then(
    () => "no refusal",
    (error: unknown) => error,
  );
  if (outcome instanceof TRPCError) return refusalOf(outcome);
  throw new Error(`expected a refusal, got ${String(outcome)}`);
}

import { isRefusal, type Refusal, refuse } from "@/lib/refusal";

/**
 * The refusal inside whatever was thrown while sending: one of ours over tRPC (`data.refusal`), one
 * thrown in this process (`refusal`), or TRY_AGAIN where no answer came and nobody knows what
 * happened. Anything else is UNEXPECTED.
 */
export function refusalOf(error: unknown): Refusal {
  if (isRefusal(error)) return error;
  if (typeof error !== "object" || error === null) return refuse("UNEXPECTED");
  if ("refusal" in error && isRefusal(error.refusal)) return error.refusal;
  const data = "data" in error ? (error.data as { refusal?: unknown } | undefined) : undefined;
  if (isRefusal(data?.refusal)) return data.refusal;
  return hasNoAnswer(error) ? refuse("TRY_AGAIN") : refuse("UNEXPECTED");
}

// Browsers throw a TypeError when a request never got an answer; tRPC's error then has no shape.
function hasNoAnswer(error: object): boolean {
  return error instanceof TypeError || ("shape" in error && error.shape === undefined);
}

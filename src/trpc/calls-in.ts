import { maxBatchSize } from "./limits";

/**
 * How many procedures an address of the API calls, counted as tRPC does: decoded, and only in a batch.
 * A batch that is too long is refused whole, so it costs no more than the longest that is not.
 */
export function callsIn({ pathname, searchParams }: URL): number {
  if (searchParams.get("batch") !== "1") return 1;
  const commas = pathname.match(/,|%2c/gi) ?? [];
  return Math.min(commas.length + 1, maxBatchSize);
}

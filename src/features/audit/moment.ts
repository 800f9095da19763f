import type { Instant } from "@/lib/time/instant";

/** "2026-11-23 20:04:09 UTC": a record says the second, and the year. */
export function secondOf(at: Instant): string {
  return `${at.toString({ smallestUnit: "second" }).replace("T", " ").replace("Z", "")} UTC`;
}

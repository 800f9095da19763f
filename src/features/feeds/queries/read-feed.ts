import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { feedCalendar } from "../calendar";
import { feedRange } from "../rules";
import { feedHashOf } from "../secret";
import { findFeed, updateLastRead } from "../store";

/**
 * The calendar behind a secret, as a file; null for any that is not in use. Every secret, however
 * wrong, is hashed and looked up, so that the time an answer takes tells nothing of it.
 */
export async function readFeed(
  db: Db,
  { secret, siteUrl }: { secret: string; siteUrl: string },
  now: Instant,
): Promise<string | null> {
  const secretHash = feedHashOf(secret);
  const entries = await findFeed(db, secretHash, feedRange(now), now);
  if (!entries) return null;
  await updateLastRead(db, secretHash, now);
  return feedCalendar(entries, siteUrl);
}

import type { z } from "zod";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import type { unservedInput } from "../schema";
import { countUnserved, findDoctor, listUnserved } from "../unserved-store";

/** A page of what waits for a decision, and how many wait for which cause. */
export async function getUnserved(db: Db, filter: z.infer<typeof unservedInput>, now: Instant) {
  const [page, counts, doctor] = await Promise.all([
    listUnserved(db, filter, now),
    countUnserved(db, filter.doctor, now),
    filter.doctor ? findDoctor(db, filter.doctor) : null,
  ]);
  return { ...page, counts, doctor };
}

import type { z } from "zod";
import type { moderationInput } from "./schema";

export type ModerationFilter = z.infer<typeof moderationInput>;

/** The address of a list of reviews; what is as usual is left out. */
export function moderationHref({ show, rating, after }: ModerationFilter): string {
  const query = new URLSearchParams();
  if (show !== "all") query.set("show", show);
  if (rating) query.set("rating", String(rating));
  if (after) query.set("after", after);
  return query.size > 0 ? `/admin/reviews?${query}` : "/admin/reviews";
}

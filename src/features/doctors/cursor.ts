import { z } from "zod";

const cursorSchema = z
  .object({
    sort: z.enum(["soonest", "distance", "rating", "fee"]),
    /** What the list is ordered by, of the last one seen: two keys, then its id. */
    keys: z.tuple([z.union([z.number(), z.string().regex(/^[A-Z]{3}$/)]), z.number()]),
    id: z.guid(),
  })
  // Fees are ordered by their currency first, all else by numbers.
  .refine(({ sort, keys }) => (sort === "fee") === (typeof keys[0] === "string"));

/** Longer than any cursor of ours. */
export const mostCursor = 400;

/** The place in a list of results after which the next page begins. */
export type Cursor = z.infer<typeof cursorSchema>;

export function writeCursor(cursor: Cursor): string {
  const text = JSON.stringify([cursor.sort, ...cursor.keys, cursor.id]);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Null for anything that `writeCursor` did not write. */
export function readCursor(text: string): Cursor | null {
  try {
    const [sort, first, second, id] = JSON.parse(
      atob(text.replaceAll("-", "+").replaceAll("_", "/")),
    );
    return cursorSchema.parse({ sort, keys: [first, second], id });
  } catch {
    return null;
  }
}

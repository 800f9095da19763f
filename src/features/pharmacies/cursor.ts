import { z } from "zod";

const cursorSchema = z.tuple([z.number().min(0).max(30_000_000), z.guid()]);

/** The last one seen of a list by distance: metres, exactly as the database gave them, and its id. */
export type Cursor = { distance: number; id: string };

/** Longer than any cursor of ours. */
export const mostCursor = 200;

/** JSON writes a double so that the same double is read again. */
export function writeCursor({ distance, id }: Cursor): string {
  const text = btoa(JSON.stringify([distance, id]));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Null for anything that `writeCursor` did not write. */
export function readCursor(text: string): Cursor | null {
  try {
    const read = JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
    const [distance, id] = cursorSchema.parse(read);
    return { distance, id };
  } catch {
    return null;
  }
}

import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";

export const pageSize = 20;

/** The text anywhere, with what LIKE takes for a sign of its own taken literally. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Microseconds since 1970, as a cursor carries them: finer than a Date is. */
export const keyOf = (at: Prisma.Sql) =>
  Prisma.sql`(extract(epoch FROM ${at}) * 1000000)::bigint::text`;

/** The moment and the id at which a page ended. */
export function cursorOf(after: string): { at: Prisma.Sql; id: string } {
  const [micros, id = ""] = after.split("_");
  const at = Prisma.sql`('epoch'::timestamptz + ${micros}::bigint * INTERVAL '1 microsecond')`;
  return { at, id };
}

export function isAssigned(
  column: Prisma.Sql,
  assigned: "all" | "mine" | "nobody",
  userId: UserId,
): Prisma.Sql {
  if (assigned === "mine") return Prisma.sql`${column} = ${userId}::uuid`;
  return assigned === "nobody" ? Prisma.sql`${column} IS NULL` : Prisma.sql`true`;
}

/** One page of rows that were asked for with one more, and where the next begins. */
export function pageOf<Row extends { key: string; id: string }>(rows: Row[]) {
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { page, next: rows.length > pageSize && last ? `${last.key}_${last.id}` : null };
}

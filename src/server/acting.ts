import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { Tx } from "./db";

export type Acting = { userId: UserId; at: Instant; reason?: string };

/**
 * Says who acts in this transaction, when by the product's clock, and why. The database writes it
 * into the history of every appointment that changes, and forgets it with the transaction.
 */
export async function actAs(tx: Tx, acting: Acting): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT ${actingSql(acting)}`);
}

/** What `actAs` selects, for a statement that is sent anyway. */
export function actingSql({ userId, at, reason = "" }: Acting): Prisma.Sql {
  return Prisma.sql`set_config('medico24.actor', ${userId}, true),
    set_config('medico24.at', ${at.toString()}, true),
    set_config('medico24.reason', ${reason}, true)`;
}

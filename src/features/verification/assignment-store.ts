import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/server/db";
import type { Subject } from "./decision-store";

const tables: Record<Subject["kind"], Prisma.Sql> = {
  doctor: Prisma.sql`doctors`,
  renewal: Prisma.sql`licence_renewals`,
  pharmacy: Prisma.sql`pharmacies`,
};

/** Whose case it is; null is nobody's. */
export async function lockAssigned(tx: Tx, { kind, id }: Subject): Promise<string | null> {
  const rows = await tx.$queryRaw<{ to: string | null }[]>(Prisma.sql`
    SELECT assigned_to AS to FROM ${tables[kind]} WHERE id = ${id}::uuid FOR NO KEY UPDATE`);
  return rows[0]?.to ?? null;
}

export async function updateAssigned(
  tx: Tx,
  { kind, id }: Subject,
  to: string | null,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE ${tables[kind]} SET assigned_to = ${to}::uuid WHERE id = ${id}::uuid`);
}

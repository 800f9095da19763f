import { Prisma } from "@/generated/prisma/client";
import type { AssociationId, DoctorId } from "@/lib/ids";
import { type Acting, actingSql } from "@/server/acting";
import type { Tx } from "@/server/db";

/**
 * Keeps an association as it is until the transaction ends, and says who acts in it (`actAs`), in one
 * statement. What is read in the NEXT statement is what others committed before they let go. False
 * for an unknown one.
 */
export async function lockAssociationAs(
  tx: Tx,
  associationId: AssociationId,
  acting: Acting,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${actingSql(acting)} FROM doctor_clinics WHERE id = ${associationId}::uuid
    FOR NO KEY UPDATE`);
  return rows.length > 0;
}

/**
 * Keeps all of a doctor's associations as they are until the transaction ends. Whoever writes hours,
 * exceptions or blocked time does this first, in a statement of its own: no booking is then decided
 * by what is about to change.
 */
export async function lockDoctorAssociations(tx: Tx, doctorId: DoctorId): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM doctor_clinics WHERE doctor_id = ${doctorId}::uuid
    ORDER BY id FOR NO KEY UPDATE`);
}

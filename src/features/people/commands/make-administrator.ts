import { revokeSessions } from "@/features/accounts/session-store";
import { lockStandings, resetAdministrator } from "@/features/administrators/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { AccessLevel } from "@/lib/rights";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { findByEmail, findPerson, lockPatientOf, type Person, saveRole } from "../person-store";
import type { Clocks } from "./lock-person";

export type MakeOutcome =
  | "made"
  | "unknown"
  | "unconfirmed"
  | "off"
  | "alreadyOne"
  | "otherRole"
  | "hasAppointments";

/**
 * Makes the account of this address an administrator, without anyone who grants it: for the console
 * alone, so that there is a first one. Changes nothing where it says anything but "made": no such
 * account, an address that is not confirmed, an account that is switched off, an administrator's
 * already, a doctor's or a pharmacy's, or one with appointments ahead.
 */
export function makeAdministrator(
  db: PrismaClient,
  { email, level }: { email: string; level: AccessLevel },
  clocks: Clocks,
): Promise<MakeOutcome> {
  return inTransaction(db, async (tx) => {
    const userId = await findByEmail(tx, email);
    if (!userId) return "unknown";
    await lockStandings(tx, [userId]);
    await lockPatientOf(tx, userId);
    const person = await findPerson(tx, userId, clocks);
    const obstacle = person ? obstacleOf(person) : "unknown";
    if (obstacle) return obstacle;
    await make(tx, userId, level, clocks);
    return "made";
  });
}

function obstacleOf(person: Person): MakeOutcome | null {
  if (!person.isActive) return "off";
  if (person.role === "admin") return "alreadyOne";
  if (person.role !== "patient" || person.hasDoctorFile) return "otherRole";
  if (!person.isEmailVerified) return "unconfirmed";
  return person.patientAhead > 0 ? "hasAppointments" : null;
}

async function make(tx: Tx, userId: UserId, level: AccessLevel, { realNow }: Clocks) {
  await resetAdministrator(tx, userId, level);
  await saveRole(tx, userId, "admin");
  await revokeSessions(tx, { userId }, realNow);
  await recordAudit(tx, {
    actorUserId: null,
    action: "administrator.create",
    subjectType: "administrator",
    subjectId: userId,
    details: { before: { role: "patient" }, after: { role: "admin", accessLevel: level } },
  });
}

import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import { refuseCollision } from "@/features/practice/collision";
import { listScheduleFacts } from "@/features/schedules/store";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { fromDate, type Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import {
  findClinicFacts,
  hasAssociations,
  lockClinics,
  type StoredClinic,
  updateClinicFacts,
} from "../clinic-store";
import { rezonedWords, toAll, zoneWords } from "../messages";
import { changesOf, refuseEdit, refuseZone, samePosition } from "../rules";
import type { updateClinicInput } from "../schema";
import { refuseSlugInUse } from "../slug-in-use";
import {
  listDoctorUsers,
  lockAssociationsOfDoctorsAt,
  lockStandingAt,
  readClockAnew,
} from "../standing-store";

type Admin = { userId: UserId };

/** Under a new zone, years of appointments are read anew and their patients told. */
const longest = 60_000;

/**
 * Saves the facts of a clinic. A new slug leaves the old one leading here. A new zone leaves
 * appointments at their moments, and refuses HOURS_COLLIDE where a doctor would then be at two
 * clinics at once. Refuses NOT_FOUND, CHANGED_MEANWHILE, SLUG_IN_USE at its field, and at its field
 * another currency once doctors work there or did.
 */
export async function updateClinic(
  db: PrismaClient,
  admin: Admin,
  { clinicId, expectedRevision, answers: typed }: z.infer<typeof updateClinicInput>,
  now: Instant,
): Promise<{ revision: number }> {
  const answers = { ...typed, position: samePosition(typed.position) };
  const refusal = refuseZone(answers);
  if (refusal) throw new RefusalError(refusal);
  return refuseSlugInUse(
    inTransaction(
      db,
      async (tx) => {
        const seen = await findClinicFacts(tx, clinicId);
        // Appointments come before associations, and those before clinics; only a new zone needs them.
        const isRezoned = seen?.facts.timezone !== answers.timezone;
        if (isRezoned) await lockStandingAt(tx, clinicId, now);
        const doctors = isRezoned ? await lockAssociationsOfDoctorsAt(tx, clinicId) : [];
        const [clinic = null] = await lockClinics(tx, [clinicId]);
        const refused = refuseEdit(clinic, expectedRevision);
        if (!clinic || refused) throw new RefusalError(refused ?? refuse("NOT_FOUND"));
        const change = changesOf(clinic.facts, answers);
        if (!change) return { revision: expectedRevision };
        // Fees there would silently mean other money.
        if ("currency" in change.after && (await hasAssociations(tx, clinicId)))
          throw new RefusalError(
            refuse("INVALID_INPUT", { fields: { currency: "currencyInUse" } }),
          );
        const { hours, ...facts } = answers;
        const revision = await updateClinicFacts(
          tx,
          clinicId,
          "hours" in change.after ? answers : facts,
        );
        if ("timezone" in change.after) await settleZone(tx, admin, clinic, answers, doctors, now);
        await recordAudit(tx, {
          actorUserId: admin.userId,
          action: "clinic.update",
          subjectType: "clinic",
          subjectId: clinicId,
          details: change as Prisma.InputJsonObject,
        });
        return { revision };
      },
      { timeout: longest },
    ),
  );
}

async function settleZone(
  tx: Tx,
  { userId }: Admin,
  { id }: StoredClinic,
  { name, timezone }: { name: string; timezone: string },
  doctors: readonly DoctorId[],
  now: Instant,
): Promise<void> {
  for (const doctorId of doctors) await refuseCollisionOf(tx, doctorId, id, now);
  await actAs(tx, { userId, at: now });
  const rezoned = await readClockAnew(tx, id, now);
  const messages = [
    ...toAll(await listDoctorUsers(tx, id), zoneWords(name, timezone)),
    ...rezoned.map(({ userId: patient, appointmentId, startsAt }) => ({
      ...rezonedWords(name, timezone, fromDate(startsAt)),
      userId: patient,
      data: { appointmentId },
    })),
  ];
  if (messages.length > 0) await tx.$executeRaw(messagesSql(messages));
}

/** The clinic has its new zone already, as far as this transaction sees. */
async function refuseCollisionOf(tx: Tx, doctorId: DoctorId, clinicId: string, now: Instant) {
  const all = (await listScheduleFacts(tx, { doctorId }, now)).filter(
    ({ facts }) => facts.status !== "ended",
  );
  for (const own of all.filter(({ clinic }) => clinic.id === clinicId)) {
    const others = all.filter(({ id }) => id !== own.id);
    const refusal = refuseCollision(own.facts, others, now);
    if (refusal) throw new RefusalError(refusal);
  }
}

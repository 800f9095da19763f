import { savePerson } from "@/features/accounts/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { mayChangeLicence } from "../policy";
import { refuseExpired, todayOf } from "../rules";
import type { Save } from "../schema";
import { lockApplication, saveAnswers } from "../store";
import { refuseLicenceInUse } from "./refuse-licence";

/**
 * Saves one section of a doctor's own application, at any time; of a verified doctor not the licence
 * (NOT_ALLOWED). Refuses an expired licence, and LICENSE_IN_USE.
 */
export async function saveSection(
  db: PrismaClient,
  actor: { userId: UserId },
  doctorId: DoctorId,
  { section, values }: Save,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const application = await lockApplication(tx, doctorId);
    if (section === "licence") {
      if (!mayChangeLicence(application)) throw new RefusalError(refuse("NOT_ALLOWED"));
      const expired = refuseExpired(values.licenseExpiresOn, todayOf(now));
      if (expired) throw new RefusalError(expired);
    }
    if (section === "person") {
      const { givenName, familyName, phone, ...answers } = values;
      await savePerson(tx, actor.userId, { givenName, familyName, phone });
      await saveAnswers(tx, doctorId, answers);
    } else await saveAnswers(tx, doctorId, values);
    await recordAudit(tx, {
      actorUserId: actor.userId,
      action: "doctor.update-profile",
      subjectType: "doctor",
      subjectId: doctorId,
      details: { section },
    });
  }).catch(refuseLicenceInUse);
}

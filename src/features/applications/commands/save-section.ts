import { savePerson } from "@/features/accounts/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { mayChangeChecked } from "../policy";
import { changesChecked, refuseExpired, refuseUnborn, todayOf } from "../rules";
import type { Save } from "../schema";
import { lockApplication, markSubmitted, saveAnswers, savePhone } from "../store";
import { refuseLicenceInUse } from "./refuse-licence";

/**
 * Saves one section of a doctor's own application, at any time. What is checked against the
 * documents (name, speciality, licence) is refused to a verified doctor (NOT_ALLOWED); changed while
 * it is being checked, the application is taken back and must be handed in again. Refuses an expired
 * licence, a birth that is yet to come, and LICENSE_IN_USE.
 */
export async function saveSection(
  db: PrismaClient,
  actor: { userId: UserId },
  doctorId: DoctorId,
  { section, values }: Save,
  now: Instant,
): Promise<{ isTakenBack: boolean }> {
  return inTransaction(db, async (tx) => {
    const application = await lockApplication(tx, doctorId);
    const isChecked = changesChecked(application, values);
    if (isChecked && !mayChangeChecked(application)) throw new RefusalError(refuse("NOT_ALLOWED"));
    if (section === "person") {
      const unborn = refuseUnborn(values.dateOfBirth ?? "", todayOf(now));
      if (unborn) throw new RefusalError(unborn);
    }
    if (section === "licence") {
      const expired = refuseExpired(values.licenseExpiresOn, todayOf(now));
      if (expired) throw new RefusalError(expired);
    }
    if (section === "person") {
      const { givenName, familyName, phone, ...answers } = values;
      await savePerson(tx, actor.userId, { givenName, familyName, phone });
      await saveAnswers(tx, doctorId, answers);
    } else if (section === "phone") await savePhone(tx, actor.userId, values.phone);
    else await saveAnswers(tx, doctorId, values);
    const isTakenBack = isChecked && application.submittedAt !== null;
    if (isTakenBack) await markSubmitted(tx, doctorId, null);
    await recordAudit(tx, {
      actorUserId: actor.userId,
      action: "doctor.update-profile",
      subjectType: "doctor",
      subjectId: doctorId,
      details: { section, ...(isTakenBack && { isTakenBack }) },
    });
    return { isTakenBack };
  }).catch(refuseLicenceInUse);
}

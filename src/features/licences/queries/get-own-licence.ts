import { isRelied, todayOf } from "@/features/applications/rules";
import { getApplication } from "@/features/applications/store";
import type { DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { daysLeft, standingOf } from "../rules";
import { findLicence, listRenewals } from "../store";
import { countUnserved, listUnserved } from "../unserved-store";

/**
 * A doctor's own licence as its page shows it: where it stands, what was handed in, which documents a
 * renewal may rest on, and which appointments come up for a decision.
 */
export async function getOwnLicence(db: Db, doctorId: DoctorId, now: Instant) {
  const [licence, application, renewals, affected, counts] = await Promise.all([
    findLicence(db, doctorId),
    getApplication(db, doctorId),
    listRenewals(db, doctorId),
    listUnserved(db, { doctor: doctorId }, now),
    countUnserved(db, doctorId, now),
  ]);
  if (!licence) throw new RefusalError(refuse("NOT_FOUND"));
  const { expiresOn, isVerified, suspendedAt, suspensionReason } = licence;
  const today = todayOf(now);
  const { documents, verifiedAt } = application;
  return {
    isVerified,
    expiresOn,
    verifiedOn: verifiedAt?.slice(0, 10) ?? null,
    daysLeft: expiresOn === null ? null : daysLeft(expiresOn, today),
    standing: standingOf({ expiresOn, isSuspended: suspendedAt !== null }, today),
    suspendedAt,
    suspensionReason,
    today,
    renewals: renewals.map((renewal) => ({
      ...renewal,
      document: documents.find(({ id }) => id === renewal.documentId)?.name ?? null,
    })),
    documents: documents
      .filter((one) => one.kind === "licence" && !isRelied(application, one))
      .map(({ id, name, uploadedAt }) => ({ id, name, uploadedAt }))
      .reverse(),
    affected: affected.appointments.map(({ id, startsAt, timezone, clinicName, cause }) => ({
      id,
      startsAt,
      timezone,
      clinicName,
      cause,
    })),
    affectedCount: counts.reduce((sum, { count }) => sum + count, 0),
  };
}

export type OwnLicence = Awaited<ReturnType<typeof getOwnLicence>>;

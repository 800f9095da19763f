import { shown } from "@/features/applications/documents";
import { todayOf } from "@/features/applications/rules";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { type DoctorCaseRow, findDoctorCase } from "../case-store";
import type { Subject } from "../decision-store";
import { listDuplicateDoctors } from "../duplicate-store";
import { listDecisions, listEvents } from "../history-store";
import { listReviewers } from "../reviewer-store";
import { readSettings } from "../settings-store";
import { standingDecision } from "./standing-decision";

/** What of a doctor's stands to be decided: the application, or else a renewal; null for neither. */
function subjectOf({ id, isVerified, submittedAt, renewal }: DoctorCaseRow): Subject | null {
  if (!isVerified && submittedAt) return { kind: "doctor", id };
  return renewal ? { kind: "renewal", id: renewal.id } : null;
}

/** A doctor as a reviewer sees them: claim, documents, likenesses, history, and what may be done. Refuses NOT_FOUND. */
export async function showDoctorCase(
  db: Db,
  { userId }: { userId: UserId },
  doctorId: string,
  now: Instant,
) {
  const row = await findDoctorCase(db, doctorId);
  if (!row) throw new RefusalError(refuse("NOT_FOUND"));
  const [duplicates, decisions, events, reviewers, settings] = await Promise.all([
    listDuplicateDoctors(db, doctorId),
    listDecisions(db, { doctorId }),
    listEvents(db, { doctorId }),
    listReviewers(db, "doctors.verify"),
    readSettings(db),
  ]);
  const subject = subjectOf(row);
  const subjectFacts = {
    revision: row.revision,
    owners: [row.userId],
    country: row.licenseCountry,
  };
  const { documents, userId: _, ...claim } = row;
  return {
    ...claim,
    documents: documents.map(shown),
    duplicates,
    decisions,
    events,
    reviewers: reviewers.filter(({ id }) => id !== row.userId),
    standing: subject && standingDecision({ subject, subjectFacts, decisions, settings, userId }),
    today: todayOf(now),
  };
}

export type DoctorCase = Awaited<ReturnType<typeof showDoctorCase>>;

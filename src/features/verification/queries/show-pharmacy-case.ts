import { todayOf } from "@/features/applications/rules";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { listDuplicatePharmacies } from "../duplicate-store";
import { listDecisions, listEvents } from "../history-store";
import { findPharmacyCase } from "../pharmacy-store";
import { listReviewers } from "../reviewer-store";
import { readSettings } from "../settings-store";
import { standingDecision } from "./standing-decision";

/** A pharmacy as a reviewer sees it. Refuses NOT_FOUND. */
export async function showPharmacyCase(
  db: Db,
  { userId }: { userId: UserId },
  pharmacyId: string,
  now: Instant,
) {
  const row = await findPharmacyCase(db, pharmacyId);
  if (!row) throw new RefusalError(refuse("NOT_FOUND"));
  const [duplicates, decisions, events, reviewers, settings] = await Promise.all([
    listDuplicatePharmacies(db, pharmacyId),
    listDecisions(db, { pharmacyId }),
    listEvents(db, { pharmacyId }),
    listReviewers(db, "pharmacies.verify"),
    readSettings(db),
  ]);
  const { owners, ...claim } = row;
  const country = row.licenseCountry ?? row.country;
  const subject = { kind: "pharmacy" as const, id: row.id };
  const subjectFacts = { revision: row.revision, owners, country };
  return {
    ...claim,
    duplicates,
    decisions,
    events,
    reviewers: reviewers.filter(({ id }) => !owners.includes(id)),
    standing: row.isVerified
      ? null
      : standingDecision({ subject, subjectFacts, decisions, settings, userId }),
    today: todayOf(now),
  };
}

export type PharmacyCase = Awaited<ReturnType<typeof showPharmacyCase>>;

import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Right } from "@/lib/rights";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { lockAssigned, updateAssigned } from "../assignment-store";
import { lockSubject, type Subject } from "../decision-store";
import { mayDecideAbout } from "../policy";
import { listReviewers } from "../reviewer-store";

type Input = { subject: Subject; from: string | null; to: string | null };

/**
 * Gives a case to somebody, to oneself or to nobody. Twice is once. Refuses NOT_FOUND,
 * CHANGED_MEANWHILE where it is somebody else's than the screen said, OWN_APPLICATION where it is
 * about them, and NOT_ALLOWED where they may not check it.
 */
export async function assign(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { subject, from, to }: Input,
): Promise<void> {
  const right: Right = subject.kind === "pharmacy" ? "pharmacies.verify" : "doctors.verify";
  await inTransaction(db, async (tx) => {
    const facts = await lockSubject(tx, subject);
    if (!facts) throw new RefusalError(refuse("NOT_FOUND"));
    const current = await lockAssigned(tx, subject);
    if (current === to) return;
    if (current !== from) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    if (to !== null) {
      if (!mayDecideAbout(to, facts)) throw new RefusalError(refuse("OWN_APPLICATION"));
      const reviewers = await listReviewers(tx, right);
      if (reviewers.every(({ id }) => id !== to)) throw new RefusalError(refuse("NOT_ALLOWED"));
    }
    await updateAssigned(tx, subject, to);
    await recordAudit(tx, {
      actorUserId: userId,
      action: `${subject.kind}.assign`,
      subjectType: subject.kind,
      subjectId: subject.id,
      details: { before: { assignedTo: current }, after: { assignedTo: to } },
    });
  });
}

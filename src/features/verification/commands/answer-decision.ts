import { todayOf } from "@/features/applications/rules";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import {
  closeDecision,
  findDecision,
  type LockedSubject,
  lockSubject,
  type StoredDecision,
  type Subject,
} from "../decision-store";
import type { Answer } from "../form-schema";
import { mayDecideAbout } from "../policy";
import { refuseConfirming } from "../rules";
import { refuseByConstraint } from "./refuse-by-constraint";
import { settleDecision } from "./settle-decision";

type Reviewer = { userId: UserId };
type Input = { subject: Subject; decisionId: string; answer: Answer };

/**
 * Ends a decision that waits for a second person: they confirm it, and it takes effect, or return it
 * with words; or the first person withdraws it. Sent twice, it does so once. Refuses NOT_FOUND,
 * ALREADY_DECIDED, OWN_APPLICATION, NOT_ALLOWED to the wrong one of the two, CHANGED_MEANWHILE and
 * LICENCE_EXPIRED.
 */
export async function answerDecision(
  db: PrismaClient,
  { userId }: Reviewer,
  { subject, decisionId, answer }: Input,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const facts = await lockSubject(tx, subject);
    const open = facts && (await findDecision(tx, subject, decisionId));
    if (!open) throw new RefusalError(refuse("NOT_FOUND"));
    if (open.status !== "awaiting_second") {
      if (isRepeated(open, answer, userId)) return;
      throw new RefusalError(refuse("ALREADY_DECIDED"));
    }
    const refusal = refuseAnswer(facts, open, answer, { userId, today: todayOf(now) });
    if (refusal) throw new RefusalError(refusal);
    if (answer.answer === "confirm") await confirm(tx, subject, facts, open, userId, now);
    else await sendBack(tx, subject, open, answer, userId, now);
  }).catch(refuseByConstraint);
}

function isRepeated(
  { status, decidedBy, secondedBy }: StoredDecision,
  { answer }: Answer,
  userId: UserId,
) {
  if (answer === "withdraw") return status === "withdrawn" && decidedBy === userId && !secondedBy;
  return secondedBy === userId && status === (answer === "confirm" ? "final" : "withdrawn");
}

function refuseAnswer(
  facts: LockedSubject,
  open: StoredDecision,
  { answer }: Answer,
  by: { userId: UserId; today: string },
): Refusal | null {
  if (answer === "confirm") return refuseConfirming(facts, open, by);
  if (!mayDecideAbout(by.userId, facts)) return refuse("OWN_APPLICATION");
  const isOwn = open.decidedBy === by.userId;
  return isOwn === (answer === "withdraw") ? null : refuse("NOT_ALLOWED");
}

async function confirm(
  tx: Tx,
  subject: Subject,
  facts: LockedSubject,
  open: StoredDecision,
  by: UserId,
  at: Instant,
): Promise<void> {
  await closeDecision(tx, open.id, { status: "final", secondedBy: by, words: null }, at);
  await settleDecision(tx, {
    subject,
    facts,
    decided: open,
    decisionId: open.id,
    status: "final",
    by,
    at,
  });
}

async function sendBack(
  tx: Tx,
  subject: Subject,
  open: StoredDecision,
  answer: Exclude<Answer, { answer: "confirm" }>,
  by: UserId,
  at: Instant,
): Promise<void> {
  const isReturned = answer.answer === "return";
  const words = isReturned ? answer.words : null;
  const secondedBy = isReturned ? by : null;
  await closeDecision(tx, open.id, { status: "withdrawn", secondedBy, words }, at);
  await recordAudit(tx, {
    actorUserId: by,
    action: `${subject.kind}.${answer.answer}-decision`,
    subjectType: subject.kind,
    subjectId: subject.id,
    details: { decisionId: open.id, reason: words, verdict: open.verdict },
  });
}

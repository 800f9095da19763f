import { todayOf } from "@/features/applications/rules";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction, type Tx } from "@/server/db";
import {
  closeDecision,
  findOpen,
  findOwnAt,
  insertDecision,
  lockSubject,
  type Subject,
} from "../decision-store";
import type { Decided } from "../form-schema";
import { needsSecond, refuseDecision } from "../rules";
import { readSettings } from "../settings-store";
import { refuseByConstraint } from "./refuse-by-constraint";
import { settleDecision } from "./settle-decision";

type Reviewer = { userId: UserId };
type Input = { subject: Subject; decided: Decided; expectedRevision: number };
type Status = "final" | "awaiting_second";

/**
 * Decides about an application, a renewal or a pharmacy as the reviewer had it before them. Takes
 * effect at once, or, where two pairs of eyes are asked for, once a second person confirms. Sent
 * twice, it decides once. Refuses NOT_FOUND, OWN_APPLICATION, ALREADY_DECIDED, CHANGED_MEANWHILE and
 * LICENCE_EXPIRED.
 */
export async function decide(
  db: PrismaClient,
  { userId }: Reviewer,
  input: Input,
  now: Instant,
): Promise<{ status: Status }> {
  const { subject, decided, expectedRevision } = input;
  return inTransaction(db, async (tx) => {
    const facts = await lockSubject(tx, subject);
    if (!facts) throw new RefusalError(refuse("NOT_FOUND"));
    const open = await findOpen(tx, subject);
    const asked = { verdict: decided.verdict, expectedRevision, userId, today: todayOf(now) };
    const refusal = refuseDecision(facts, open, asked);
    if (refusal) {
      const before = await repeated(tx, userId, input);
      if (before) return { status: before };
      throw new RefusalError(refusal);
    }
    // What rests on what is not so any more makes way.
    if (open)
      await closeDecision(tx, open.id, { status: "withdrawn", secondedBy: null, words: null }, now);
    const isShared = needsSecond(await readSettings(tx), facts.country);
    const status: Status = isShared ? "awaiting_second" : "final";
    const of = { ...subject, doctorId: facts.doctorId, pharmacyId: facts.pharmacyId };
    const id = await insertDecision(tx, of, input, { userId, status }, now);
    await settleDecision(tx, {
      subject,
      facts,
      decided,
      decisionId: id,
      status,
      by: userId,
      at: now,
    });
    return { status };
  }).catch(refuseByConstraint);
}

/** The same decision by the same person about the same state, of which the answer was lost. */
async function repeated(
  tx: Tx,
  userId: UserId,
  { subject, decided, expectedRevision }: Input,
): Promise<Status | null> {
  const own = await findOwnAt(tx, subject, userId, expectedRevision);
  if (!own || own.status === "withdrawn" || own.verdict !== decided.verdict) return null;
  const words = decided.verdict === "verify" ? null : decided.words || null;
  const reason = decided.verdict === "reject" ? decided.reasonCode : null;
  return own.words === words && own.reasonCode === reason ? own.status : null;
}

import { messagesSql } from "@/features/notifications/store";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import type { LockedSubject, Subject } from "../decision-store";
import type { Verdict } from "../form-schema";
import { applyOutcome } from "../outcome-store";
import { wordOutcome } from "../rules";

type Settled = {
  subject: Subject;
  facts: LockedSubject;
  decided: { verdict: Verdict; reasonCode?: string | null; words?: string | null };
  decisionId: string;
  status: "final" | "awaiting_second";
  by: UserId;
  at: Instant;
};

const standings: Record<Verdict, string> = { verify: "verified", ask: "asked", reject: "rejected" };

/** What follows from a decision in its transaction: its effect and the message once final, and the record. */
export async function settleDecision(tx: Tx, settled: Settled): Promise<void> {
  const { subject, facts, decided, decisionId, status, by, at } = settled;
  const { verdict, reasonCode, words } = decided;
  const isFinal = status === "final";
  if (isFinal) await applyOutcome(tx, { subject, verdict, by, at });
  await recordAudit(tx, {
    actorUserId: by,
    action: isFinal ? `${subject.kind}.${verdict}` : `${subject.kind}.decide-first`,
    subjectType: subject.kind,
    subjectId: subject.id,
    details: {
      decisionId,
      reason: [reasonCode, words].filter(Boolean).join(": ") || null,
      before: { standing: "waiting" },
      after: { standing: isFinal ? standings[verdict] : "waiting for a second person" },
      ...(!isFinal && { verdict }),
    },
  });
  if (isFinal && facts.told.length > 0) {
    const message = {
      kind: `${subject.kind}_${verdict}`,
      ...wordOutcome(subject.kind, verdict, facts.name),
    };
    await tx.$executeRaw(
      messagesSql(facts.told.map((userId) => ({ userId, ...message, data: {} }))),
    );
  }
}

import type { Subject } from "../decision-store";
import type { ShownDecision } from "../history-store";
import { mayDecideAbout } from "../policy";
import { isStale, needsSecond, type SubjectFacts } from "../rules";
import type { StoredSettings } from "../settings-store";

type Facts = {
  subject: Subject;
  subjectFacts: Pick<SubjectFacts, "revision" | "owners" | "country">;
  decisions: readonly ShownDecision[];
  settings: StoredSettings;
  userId: string;
};

/** What the person looking at a case may do about it, and what they must know before. */
export function standingDecision({ subject, subjectFacts, decisions, settings, userId }: Facts) {
  const renewalId = subject.kind === "renewal" ? subject.id : null;
  const first = decisions.find(
    (one) => one.status === "awaiting_second" && one.renewalId === renewalId,
  );
  return {
    subject,
    isOwn: !mayDecideAbout(userId, subjectFacts),
    isShared: needsSecond(settings, subjectFacts.country),
    first: first
      ? {
          ...first,
          isMine: first.decidedById === userId,
          isStale: isStale({ ...first, decidedBy: first.decidedById }, subjectFacts),
        }
      : null,
  };
}

"use client";

import { trpc } from "@/trpc/client";
import type { Subject } from "../decision-store";
import type { Answer, Decided } from "../form-schema";

/** The deeds of a case, by whichever procedures its kind goes: doctors' and pharmacies' are other rights. */
export function useDecisions({ kind, id }: Subject) {
  const decideDoctor = trpc.verification.decide.useMutation();
  const decidePharmacy = trpc.verification.decidePharmacy.useMutation();
  const answerDoctor = trpc.verification.answer.useMutation();
  const answerPharmacy = trpc.verification.answerPharmacy.useMutation();
  const assignDoctor = trpc.verification.assign.useMutation();
  const assignPharmacy = trpc.verification.assignPharmacy.useMutation();
  return {
    decide: (decided: Decided, expectedRevision: number) =>
      kind === "pharmacy"
        ? decidePharmacy.mutateAsync({ subject: { kind, id }, decided, expectedRevision })
        : decideDoctor.mutateAsync({ subject: { kind, id }, decided, expectedRevision }),
    answer: (decisionId: string, answer: Answer) =>
      kind === "pharmacy"
        ? answerPharmacy.mutateAsync({ subject: { kind, id }, decisionId, answer })
        : answerDoctor.mutateAsync({ subject: { kind, id }, decisionId, answer }),
    assign: (from: string | null, to: string | null) =>
      kind === "pharmacy"
        ? assignPharmacy.mutateAsync({ subject: { kind, id }, from, to })
        : assignDoctor.mutateAsync({ subject: { kind, id }, from, to }),
  };
}

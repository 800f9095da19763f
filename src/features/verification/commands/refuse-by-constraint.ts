import { type RefusalCode, RefusalError, refuse } from "@/lib/refusal";
import { violatedConstraint } from "@/server/violation";

const meanings: Record<string, RefusalCode> = {
  verification_decisions_not_own: "OWN_APPLICATION",
  verification_decisions_two_people: "NOT_ALLOWED",
  idx_verification_decisions_one_open: "ALREADY_DECIDED",
};

/** What the database says about who decides, as a refusal. */
export function refuseByConstraint(error: unknown): never {
  const code = meanings[violatedConstraint(error) ?? ""];
  throw code ? new RefusalError(refuse(code)) : error;
}

import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Tx } from "@/server/db";
import type { Subject } from "./decision-store";
import type { Verdict } from "./form-schema";

type Outcome = { subject: Subject; verdict: Verdict; by: UserId; at: Instant };

/** Makes a final decision true. Who asks for more keeps the case; else it is nobody's any more. */
export async function applyOutcome(tx: Tx, outcome: Outcome): Promise<void> {
  await tx.$executeRaw(statements[outcome.subject.kind](outcome));
  if (outcome.subject.kind === "renewal" && outcome.verdict === "verify")
    await tx.$executeRaw(Prisma.sql`
      UPDATE doctors d SET license_expires_on = r.expires_on
      FROM licence_renewals r WHERE r.id = ${outcome.subject.id}::uuid AND d.id = r.doctor_id`);
}

const sentBack = { ask: "asked", reject: "rejected" } as const;
const assigned = (verdict: Verdict) =>
  verdict === "ask" ? Prisma.sql`assigned_to` : Prisma.sql`NULL`;

const statements: Record<Subject["kind"], (outcome: Outcome) => Prisma.Sql> = {
  doctor: ({ subject: { id }, verdict, by, at }) =>
    verdict === "verify"
      ? Prisma.sql`UPDATE doctors SET is_verified = TRUE, verified_at = ${toDate(at)}::timestamp,
          verified_by = ${by}::uuid, review_outcome = NULL, assigned_to = NULL
          WHERE id = ${id}::uuid`
      : Prisma.sql`UPDATE doctors SET submitted_at = NULL, review_outcome = ${sentBack[verdict]},
          assigned_to = ${assigned(verdict)} WHERE id = ${id}::uuid`,
  renewal: ({ subject: { id }, verdict }) => {
    const status = verdict === "verify" ? "accepted" : sentBack[verdict];
    return Prisma.sql`UPDATE licence_renewals SET status = ${status}, assigned_to = NULL
      WHERE id = ${id}::uuid`;
  },
  pharmacy: ({ subject: { id }, verdict, by, at }) =>
    verdict === "verify"
      ? Prisma.sql`UPDATE pharmacies SET is_verified = TRUE, verified_at = ${toDate(at)}::timestamp,
          verified_by = ${by}::uuid, review_outcome = NULL, assigned_to = NULL
          WHERE id = ${id}::uuid`
      : Prisma.sql`UPDATE pharmacies SET review_outcome = ${sentBack[verdict]},
          assigned_to = ${assigned(verdict)} WHERE id = ${id}::uuid`,
};

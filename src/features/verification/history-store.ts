import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { verdicts } from "./form-schema";

const instant = z.date().transform(fromDate);
const mostRows = 40;

const decisionRow = z.object({
  id: z.guid(),
  verdict: z.enum(verdicts),
  reasonCode: z.string().nullable(),
  words: z.string().nullable(),
  status: z.enum(["awaiting_second", "final", "withdrawn"]),
  reviewedRevision: z.int(),
  renewalId: z.guid().nullable(),
  decidedById: z.guid().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant,
  secondedById: z.guid().nullable(),
  secondedBy: z.string().nullable(),
  secondedAt: instant.nullable(),
  secondWords: z.string().nullable(),
});
export type ShownDecision = z.infer<typeof decisionRow>;

/** What was decided about a doctor or a pharmacy, newest first, renewals included. */
export async function listDecisions(
  db: Db,
  about: { doctorId: string } | { pharmacyId: string },
): Promise<ShownDecision[]> {
  const isAbout =
    "doctorId" in about
      ? Prisma.sql`v.doctor_id = ${about.doctorId}::uuid`
      : Prisma.sql`v.pharmacy_id = ${about.pharmacyId}::uuid`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT v.id, v.verdict, v.reason_code AS "reasonCode", v.words, v.status,
      v.reviewed_revision AS "reviewedRevision", v.renewal_id AS "renewalId",
      v.decided_by AS "decidedById", du.full_name AS "decidedBy", v.decided_at AS "decidedAt",
      v.seconded_by AS "secondedById", su.full_name AS "secondedBy", v.seconded_at AS "secondedAt",
      v.second_words AS "secondWords"
    FROM verification_decisions v
    LEFT JOIN users du ON du.id = v.decided_by
    LEFT JOIN users su ON su.id = v.seconded_by
    WHERE ${isAbout} ORDER BY v.decided_at DESC, v.id LIMIT ${mostRows}`);
  return z.array(decisionRow).parse(rows);
}

const eventRow = z.object({
  id: z.string(),
  at: instant,
  action: z.string(),
  actor: z.string().nullable(),
});
export type ShownEvent = z.infer<typeof eventRow>;

/**
 * What the record says about a doctor and their renewals, or about a pharmacy, newest first. Looks at
 * documents are left to the audit log: there are many, and they would hide the rest.
 */
export async function listEvents(
  db: Db,
  about: { doctorId: string } | { pharmacyId: string },
): Promise<ShownEvent[]> {
  const isAbout =
    "doctorId" in about
      ? Prisma.sql`(l.subject_type = 'doctor' AND l.subject_id = ${about.doctorId}::uuid
          OR l.subject_type = 'renewal' AND l.subject_id IN
            (SELECT id FROM licence_renewals WHERE doctor_id = ${about.doctorId}::uuid))`
      : Prisma.sql`l.subject_type = 'pharmacy' AND l.subject_id = ${about.pharmacyId}::uuid`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT l.id::text, l.at, l.action, u.full_name AS actor
    FROM audit_log l LEFT JOIN users u ON u.id = l.actor_user_id
    WHERE ${isAbout} AND l.action <> 'doctor.view-document' ORDER BY l.id DESC LIMIT ${mostRows}`);
  return z.array(eventRow).parse(rows);
}

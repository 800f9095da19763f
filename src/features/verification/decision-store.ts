import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Tx } from "@/server/db";
import { type Decided, verdicts } from "./form-schema";
import type { SubjectKind } from "./rules";

export type Subject = { kind: SubjectKind; id: string };

const userId = z.guid().transform((id) => id as UserId);

const subjectRow = z.object({
  doctorId: z.guid().nullable(),
  pharmacyId: z.guid().nullable(),
  name: z.string(),
  revision: z.int(),
  isWaiting: z.boolean(),
  isDecided: z.boolean(),
  /** Whose it is or was: they do not decide about it. */
  owners: z.array(userId),
  /** Who reads what was decided. */
  told: z.array(userId),
  country: z.string().nullable(),
  licenseExpiresOn: z.string().nullable(),
});
export type LockedSubject = z.infer<typeof subjectRow>;

const selects: Record<SubjectKind, (id: string) => Prisma.Sql> = {
  doctor: (id) => Prisma.sql`
    SELECT d.id AS "doctorId", NULL AS "pharmacyId", '' AS name, d.revision,
      d.submitted_at IS NOT NULL AND d.is_verified IS NOT TRUE AS "isWaiting",
      d.is_verified IS TRUE OR d.review_outcome IS NOT NULL AS "isDecided",
      ARRAY[d.user_id] AS owners, ARRAY[d.user_id] AS told, d.license_country::text AS country,
      d.license_expires_on::text AS "licenseExpiresOn"
    FROM doctors d WHERE d.id = ${id}::uuid FOR NO KEY UPDATE`,
  renewal: (id) => Prisma.sql`
    SELECT d.id AS "doctorId", NULL AS "pharmacyId", '' AS name, d.revision,
      r.status = 'waiting' AS "isWaiting", r.status <> 'withdrawn' AS "isDecided",
      ARRAY[d.user_id] AS owners, ARRAY[d.user_id] AS told, d.license_country::text AS country,
      r.expires_on::text AS "licenseExpiresOn"
    FROM licence_renewals r JOIN doctors d ON d.id = r.doctor_id
    WHERE r.id = ${id}::uuid FOR NO KEY UPDATE OF d, r`,
  pharmacy: (id) => Prisma.sql`
    SELECT NULL AS "doctorId", p.id AS "pharmacyId", p.name, p.revision,
      p.is_verified IS NOT TRUE AS "isWaiting", p.is_verified IS TRUE AS "isDecided",
      ARRAY(SELECT s.user_id FROM pharmacy_staff s WHERE s.pharmacy_id = p.id) AS owners,
      ARRAY(SELECT s.user_id FROM pharmacy_staff s
        WHERE s.pharmacy_id = p.id AND s.date_left IS NULL) AS told,
      coalesce(p.license_country, p.country)::text AS country,
      p.license_expires_on::text AS "licenseExpiresOn"
    FROM pharmacies p WHERE p.id = ${id}::uuid FOR NO KEY UPDATE`,
};

/** What is to be decided, kept as it is until the transaction ends; null where there is none. */
export async function lockSubject(tx: Tx, { kind, id }: Subject): Promise<LockedSubject | null> {
  const rows = await tx.$queryRaw<unknown[]>(selects[kind](id));
  return rows[0] ? subjectRow.parse(rows[0]) : null;
}

const decisionRow = z.object({
  id: z.guid(),
  verdict: z.enum(verdicts),
  reasonCode: z.string().nullable(),
  words: z.string().nullable(),
  reviewedRevision: z.int(),
  status: z.enum(["awaiting_second", "final", "withdrawn"]),
  decidedBy: z.guid().nullable(),
  secondedBy: z.guid().nullable(),
});
export type StoredDecision = z.infer<typeof decisionRow>;

const columns = Prisma.sql`id, verdict, reason_code AS "reasonCode", words,
  reviewed_revision AS "reviewedRevision", status, decided_by AS "decidedBy",
  seconded_by AS "secondedBy"`;
/** The one thing that a decision is about, as its index names it. */
const subjectId = Prisma.sql`COALESCE(renewal_id, doctor_id, pharmacy_id)`;

/** The decision that waits for a second person. The subject is locked. */
export async function findOpen(tx: Tx, subject: Subject): Promise<StoredDecision | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM verification_decisions
    WHERE ${subjectId} = ${subject.id}::uuid AND status = 'awaiting_second'`);
  return rows[0] ? decisionRow.parse(rows[0]) : null;
}

/** One decision about this subject; null for another's. The subject is locked. */
export async function findDecision(
  tx: Tx,
  subject: Subject,
  decisionId: string,
): Promise<StoredDecision | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM verification_decisions
    WHERE id = ${decisionId}::uuid AND ${subjectId} = ${subject.id}::uuid`);
  return rows[0] ? decisionRow.parse(rows[0]) : null;
}

type Made = { decided: Decided; expectedRevision: number };

/** What this person has decided about this subject as they saw it, where it stands. */
export async function findOwnAt(
  tx: Tx,
  subject: Subject,
  userId: UserId,
  revision: number,
): Promise<StoredDecision | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM verification_decisions
    WHERE ${subjectId} = ${subject.id}::uuid
      AND decided_by = ${userId}::uuid AND reviewed_revision = ${revision} AND status <> 'withdrawn'
    ORDER BY decided_at DESC LIMIT 1`);
  return rows[0] ? decisionRow.parse(rows[0]) : null;
}

/**
 * Writes a decision. Violates `verification_decisions_not_own`, and
 * `idx_verification_decisions_one_open` where another waits.
 */
export async function insertDecision(
  tx: Tx,
  subject: Subject & Pick<LockedSubject, "doctorId" | "pharmacyId">,
  { decided, expectedRevision }: Made,
  by: { userId: UserId; status: "awaiting_second" | "final" },
  now: Instant,
): Promise<string> {
  const { id } = await tx.verificationDecision.create({
    data: {
      doctorId: subject.doctorId,
      pharmacyId: subject.pharmacyId,
      renewalId: subject.kind === "renewal" ? subject.id : null,
      verdict: decided.verdict,
      reasonCode: decided.verdict === "reject" ? decided.reasonCode : null,
      words: decided.verdict === "verify" ? null : decided.words || null,
      reviewedRevision: expectedRevision,
      status: by.status,
      decidedBy: by.userId,
      decidedAt: toDate(now),
    },
    select: { id: true },
  });
  return id;
}

type Closing = {
  status: "final" | "withdrawn";
  /** Null where no second person had a part in it. */
  secondedBy: UserId | null;
  words: string | null;
};

/** Ends an open decision. Violates `verification_decisions_two_people` and `..._not_own`. */
export async function closeDecision(
  tx: Tx,
  decisionId: string,
  { status, secondedBy, words }: Closing,
  now: Instant,
): Promise<void> {
  await tx.verificationDecision.update({
    where: { id: decisionId },
    data: { status, secondedBy, secondedAt: toDate(now), secondWords: words },
  });
}

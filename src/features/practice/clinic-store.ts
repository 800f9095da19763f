import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Point } from "@/lib/geo";
import type { DoctorId, UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { isOver } from "./association-store";
import type { FoundClinic, ProposeAnswers } from "./clinic-schema";

const row = z.object({
  id: z.guid(),
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  currency: z.string(),
  timezone: z.string(),
  isProposed: z.boolean(),
  associationId: z.guid().nullable(),
});

export type Seeker = { userId: UserId; doctorId: DoctorId; now: Instant };

/** Of clinics `c`: what a doctor may see of them. */
const selectClinic = ({ doctorId, now }: Seeker) => Prisma.sql`
  c.id, c.name, c.address, c.city, c.country, c.currency, c.timezone,
  c.status IS NOT DISTINCT FROM 'proposed' AS "isProposed",
  (SELECT dc.id FROM doctor_clinics dc WHERE dc.clinic_id = c.id
     AND dc.doctor_id = ${doctorId}::uuid AND dc.status IS DISTINCT FROM 'ended'
     AND ${isOver(now)} IS NOT TRUE) AS "associationId"`;

/** Open to be joined: a proposed one only by whoever proposed it. */
const isJoinable = ({ userId }: Seeker) => Prisma.sql`(
  c.status IS NULL OR c.status IN ('active', 'temporarily_closed')
  OR c.status = 'proposed' AND c.proposed_by = ${userId}::uuid)`;

const mostFound = 20;

/**
 * Clinics whose name, address or town has every word of the text, or whose name is a slip away from
 * it; best first, at most 20.
 */
export async function findClinics(db: Db, seeker: Seeker, text: string): Promise<FoundClinic[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const holdsWord = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return Prisma.sql`search_text(concat_ws(' ', c.name, c.address, c.city))
      LIKE search_text(${pattern})`;
  });
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${selectClinic(seeker)} FROM clinics c
    WHERE ${isJoinable(seeker)}
      AND ((${Prisma.join(holdsWord, " AND ")}) OR search_text(c.name) % search_text(${text}))
    ORDER BY similarity(search_text(c.name), search_text(${text})) DESC, c.name, c.city, c.id
    LIMIT ${mostFound}`);
  return z.array(row).parse(rows);
}

/** Null for an unknown clinic, a closed one and another doctor's proposal. */
export async function findJoinable(
  db: Db,
  seeker: Seeker,
  clinicId: string,
): Promise<FoundClinic | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${selectClinic(seeker)} FROM clinics c
    WHERE c.id = ${clinicId}::uuid AND ${isJoinable(seeker)}`);
  return rows[0] ? row.parse(rows[0]) : null;
}

/** Whether it may be joined, which stays so until the transaction ends: it is not merged meanwhile. */
export async function lockJoinable(tx: Tx, seeker: Seeker, clinicId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT c.id FROM clinics c WHERE c.id = ${clinicId}::uuid AND ${isJoinable(seeker)}
    FOR KEY SHARE`);
  return rows.length > 0;
}

/** A proposal in a town of the gazetteer, at the point picked or in the middle of the town. */
export type NewClinic = Point & {
  city: string;
  country: string;
  answers: ProposeAnswers;
};

/** Clinics in the same town under nearly the same name, most alike first. */
export async function findAlike(
  db: Db,
  seeker: Seeker,
  { city, country, answers: { name } }: NewClinic,
): Promise<FoundClinic[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${selectClinic(seeker)} FROM clinics c
    WHERE ${isJoinable(seeker)} AND search_text(c.city) = search_text(${city})
      AND c.country = ${country}
      AND similarity(search_text(c.name), search_text(${name})) >= 0.4
    ORDER BY similarity(search_text(c.name), search_text(${name})) DESC, c.id
    LIMIT 5`);
  return z.array(row).parse(rows);
}

/** Null where the slug is taken, or was another's. */
export async function insertProposed(
  tx: Tx,
  proposedBy: UserId,
  { slug, city, country, latitude, longitude, answers }: NewClinic & { slug: string },
): Promise<string | null> {
  const { phone, website } = answers;
  const contacts = { ...(phone && { phone }), ...(website && { website }) };
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO clinics (name, slug, address, city, country, currency, timezone, latitude, longitude,
      contacts, status, proposed_by)
    SELECT ${answers.name}, ${slug}, ${answers.address}, ${city}, ${country}, ${answers.currency},
      ${answers.timezone}, ${latitude}, ${longitude}, ${JSON.stringify(contacts)}::jsonb,
      'proposed', ${proposedBy}::uuid
    WHERE NOT EXISTS (SELECT 1 FROM clinic_old_slugs WHERE slug = ${slug})
    ON CONFLICT (slug) DO NOTHING RETURNING id`);
  return rows[0]?.id ?? null;
}

/** How many clinics of this person wait to be looked at. */
export function countProposed(db: Db, proposedBy: UserId): Promise<number> {
  return db.clinic.count({ where: { proposedBy, status: "proposed" } });
}

/** The same clinic that this person has proposed before. */
export async function findOwnProposal(
  db: Db,
  proposedBy: UserId,
  { city, country, answers: { name, address } }: NewClinic,
): Promise<string | null> {
  const clinic = await db.clinic.findFirst({
    where: { proposedBy, status: "proposed", name, address, city, country },
    select: { id: true },
  });
  return clinic?.id ?? null;
}

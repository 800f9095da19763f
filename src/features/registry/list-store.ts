import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { clinicsInput } from "./schema";
import { clinicStatuses } from "./schema-names";

const pageSize = 25;

const row = z.object({
  id: z.guid(),
  name: z.string(),
  slug: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  status: z.enum(clinicStatuses),
  doctors: z.int(),
});
export type RegisteredClinic = z.infer<typeof row>;

const likeWord = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/** Clinics by name, without the merged ones; `next` is the id to go on from, or null. */
export async function listClinics(
  db: Db,
  { show, text, after }: z.infer<typeof clinicsInput>,
): Promise<{ clinics: RegisteredClinic[]; next: string | null; proposed: number }> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  const conditions = [
    show === "all" ? Prisma.sql`c.status <> 'merged'` : Prisma.sql`c.status = ${show}`,
    ...words.map(
      (word) => Prisma.sql`(search_text(c.name) LIKE search_text(${likeWord(word)})
        OR search_text(c.city) LIKE search_text(${likeWord(word)}))`,
    ),
    ...(after
      ? [Prisma.sql`(c.name, c.id) > (SELECT name, id FROM clinics WHERE id = ${after}::uuid)`]
      : []),
  ];
  const [rows, counted] = await Promise.all([
    db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT c.id, c.name, c.slug, c.address, c.city, c.status,
        coalesce(c.total_doctors, 0) AS doctors
      FROM clinics c WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY c.name, c.id LIMIT ${pageSize + 1}`),
    db.clinic.count({ where: { status: "proposed" } }),
  ]);
  const clinics = z.array(row).parse(rows.slice(0, pageSize));
  const next = rows.length > pageSize ? (clinics.at(-1)?.id ?? null) : null;
  return { clinics, next, proposed: counted };
}

const likeRow = row.extend({ metres: z.number().nullable(), doctors: z.int() });
export type AlikeClinic = z.infer<typeof likeRow>;

/** In the same house another name may be the same clinic, too. */
const sameHouseMetres = 30;

/** Clinics that may be the same as this one: a like name within a kilometre or in the town, or the same house. */
export async function listAlike(db: Db, clinicId: string): Promise<AlikeClinic[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT c.id, c.name, c.slug, c.address, c.city, c.status,
      coalesce(c.total_doctors, 0) AS doctors, ST_Distance(c.location, x.location) AS metres
    FROM clinics x JOIN clinics c ON c.id <> x.id AND c.status <> 'merged'
      AND (ST_DWithin(c.location, x.location, ${sameHouseMetres})
        OR ST_DWithin(c.location, x.location, 1000)
          AND similarity(search_text(c.name), search_text(x.name)) >= 0.3
        OR c.country = x.country AND search_text(c.city) = search_text(x.city)
          AND similarity(search_text(c.name), search_text(x.name)) >= 0.6)
    WHERE x.id = ${clinicId}::uuid
    ORDER BY similarity(search_text(c.name), search_text(x.name)) DESC, metres, c.id
    LIMIT 8`);
  return z.array(likeRow).parse(rows);
}

import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import { demoDomain } from "./people";

/** How many people the database knows, and how many of them no demo made. */
export async function countPeople(db: Db): Promise<{ all: number; others: number }> {
  const all = await db.user.count();
  const others = await db.user.count({ where: { NOT: { email: { endsWith: `@${demoDomain}` } } } });
  return { all, others };
}

/**
 * Removes every row of ours; the tables, PostGIS's own and the history of migrations stay. For a
 * transaction of the tables' owner, who alone can take the guards off the audit log for a moment.
 */
export async function emptyDatabase(db: Db): Promise<void> {
  const guarded = ["audit_log", "audit_chain", "audit_head"].map((name) => Prisma.raw(name));
  for (const table of guarded)
    await db.$executeRaw(Prisma.sql`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await db.$executeRaw(Prisma.sql`
    TRUNCATE users, patients, doctors, clinics, doctor_clinics, appointments, reviews, pharmacies,
      pharmacy_staff, duty_districts, admins, notifications, push_tokens, refresh_tokens, ${Prisma.join(guarded)}
      RESTART IDENTITY CASCADE`);
  await db.$executeRaw(Prisma.sql`INSERT INTO audit_head DEFAULT VALUES`);
  for (const table of guarded)
    await db.$executeRaw(Prisma.sql`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

import { expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Tx } from "@/server/db";
import { resetDatabase, testDatabase } from "@/testing/database";
import { appointmentsWhere } from "./appointments-store";
import { peopleWhere } from "./people-store";

const db = testDatabase();
const someone = "00000000-0000-4000-8000-000000000000" as UserId;

/** Tens of thousands of people, each with an appointment; what `look` sees of them is gone afterwards. */
async function amongMany(look: (tx: Tx) => Promise<void>): Promise<void> {
  const rolledBack = new Error("rolled back");
  const looking = db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      // Of so few rows it would read all; what is asked here is whether it has to.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`
        INSERT INTO users (firebase_uid, email, full_name, phone, created_at)
        SELECT 'plan-' || n, md5(n::text) || '@test.medico24.example', md5(n || 'name'),
          '+1312' || (5000000 + n), '2020-01-01'::timestamp + n * interval '1 minute'
        FROM generate_series(1, 20000) n`;
      await tx.$executeRaw`INSERT INTO patients (user_id) SELECT id FROM users`;
      await tx.$executeRaw`
        INSERT INTO appointments (patient_id, starts_at, ends_at, duration_minutes, timezone, status)
        SELECT p.id, t, t + interval '30 minutes', 30, 'UTC', 'completed' FROM (
          SELECT id, '2020-01-01Z'::timestamptz + row_number() OVER () * interval '1 hour' AS t
          FROM patients) p`;
      for (const table of ["users", "patients", "appointments"])
        await tx.$executeRaw`ANALYZE ${Prisma.raw(table)}`;
      await look(tx);
      throw rolledBack;
    },
    { timeout: 60_000 },
  );
  await expect(looking).rejects.toBe(rolledBack);
}

const people = (filter: Parameters<typeof peopleWhere>[0]) => Prisma.sql`
  SELECT u.id FROM users u WHERE ${peopleWhere(filter)}
  ORDER BY u.created_at DESC, u.id DESC LIMIT 31`;
const appointments = (filter: Parameters<typeof appointmentsWhere>[0]) => Prisma.sql`
  SELECT a.id FROM appointments a WHERE ${appointmentsWhere(filter)}
  ORDER BY a.starts_at DESC, a.id DESC LIMIT 31`;

const lookedFor: [index: RegExp, query: Prisma.Sql][] = [
  [/idx_users_created_at/, people({})],
  [/idx_users_name_search.*idx_users_email_search/, people({ q: "lovelace" })],
  [/idx_users_email_search/, people({ q: "ada@love" })],
  [/idx_users_phone_search/, people({ q: "+1 312 555 0199" })],
  [/idx_appointments_starts_at/, appointments({})],
  [/idx_users_name_search.*idx_patients_walk_in_search/, appointments({ patient: "lovelace" })],
  [/idx_appointments_patient_(id|time)/, appointments({ person: someone })],
  [/idx_appointments_appointment_date/, appointments({ from: "2020-03-01", to: "2020-03-01" })],
];

it("people and appointments are found by their indexes among many", async () => {
  await resetDatabase();
  await amongMany(async (tx) => {
    for (const [index, query] of lookedFor) {
      const plan = JSON.stringify(await tx.$queryRaw(Prisma.sql`EXPLAIN ${query}`));
      expect(plan).toMatch(index);
      expect(plan).not.toMatch(/Seq Scan on (users|patients|appointments)/);
    }
  });
});

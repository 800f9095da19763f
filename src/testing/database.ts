import { inject } from "vitest";
import type { PrismaClient } from "@/generated/prisma/client";
import { createDatabase } from "@/server/db";

let shared: PrismaClient | undefined;

/** The migrated database of this test run; its own pool of ten per test file. */
export function testDatabase(): PrismaClient {
  shared ??= createDatabase(inject("databaseUrl"));
  return shared;
}

/** A second pool that notes the text of every statement, for tests that count them. */
export function countingDatabase(): { db: PrismaClient; statements: string[] } {
  const statements: string[] = [];
  const db = createDatabase(inject("databaseUrl"), {
    onStatement: (sql) => void statements.push(sql),
  });
  return { db, statements };
}

/** As the application, in the role that may do no more than it must. */
export function databaseInRole(): PrismaClient {
  return createDatabase(inject("databaseUrl"), { role: "medico24_app" });
}

/**
 * Empties every table of ours; for `beforeEach`. Migrations and PostGIS's own table stay. Deletes
 * with triggers off, which takes a tenth of the time of truncating and minds no order; the audit
 * chain begins anew.
 */
export async function resetDatabase(): Promise<void> {
  await testDatabase().$executeRaw`
    DO $$ DECLARE name TEXT; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('_prisma_migrations', 'spatial_ref_sys')
      LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
      INSERT INTO audit_head DEFAULT VALUES;
    END $$`;
}

/** Whether the tests run on the embedded database, where one transaction runs at a time. */
export async function isEmbedded(): Promise<boolean> {
  const [row] = await testDatabase().$queryRaw<{ version: string }[]>`SELECT version()`;
  return /emscripten|wasm/i.test(row?.version ?? "");
}

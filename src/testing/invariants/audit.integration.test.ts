import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { booking, now } from "@/features/appointments/appointments.test-support";
import type { Break } from "@/features/audit/chain";
import { checkNewest } from "@/features/audit/queries/check-newest";
import { verifyLog } from "@/features/audit/queries/verify-log";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { recordAudit } from "@/server/audit";
import type { Db } from "@/server/db";
import { callAs } from "../caller";
import { databaseInRole, isEmbedded, resetDatabase, testDatabase } from "../database";
import { emptyDatabase } from "../demo/empty";
import { createAssociation } from "../factories/association";
import { createPatient } from "../factories/patient";
import { createUser } from "../factories/user";
import { refusedBy } from "./refused-by";

const db = testDatabase();
const inRole = databaseInRole();
beforeEach(resetDatabase);
afterAll(() => inRole.$disconnect());

const entry = (action: string, actorUserId: UserId | null = null) => ({
  actorUserId,
  action,
  subjectType: "settings" as const,
  subjectId: randomUUID(),
  details: { note: action, ümlaut: "“ä” \u{1F600}", nested: { b: 1.5, a: [null, true] } },
});

const write = (tx: Db, action: string) => recordAudit(tx, entry(action));
const sql = (words: string) => db.$executeRawUnsafe(words);

/** As somebody would who has the database for themselves. */
async function tamper(...statements: string[]): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });
}

async function verified(expected?: string) {
  const breaks: Break[] = [];
  const result = await verifyLog(db, (found) => breaks.push(found), expected);
  return { ...result, breaks };
}

/** There all share one session, so that two transactions never run at once. */
const order = async () =>
  (
    await db.$queryRaw<{ action: string }[]>`
      SELECT l.action FROM audit_chain c JOIN audit_log l ON l.id = c.entry_id ORDER BY c.position`
  ).map(({ action }) => action);

async function fiveEntries(): Promise<string[]> {
  for (const action of ["a", "b", "c", "d", "e"]) await write(db, action);
  return (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ id }) => String(id));
}

describe("the audit chain", () => {
  it("has a link for each entry, in the order of the commits", async ({ skip }) => {
    if (await isEmbedded()) return skip("the embedded database has one transaction at a time");
    await db.$transaction(async (slow) => {
      await write(slow, "slow 1");
      await write(db, "fast");
      await write(slow, "slow 2");
    });
    expect(await order()).toEqual(["fast", "slow 1", "slow 2"]);
    expect(await verified()).toMatchObject({ links: 3, breaks: [] });
  });

  it("knows nothing of what was rolled back, be it a part of a transaction", async () => {
    await db.$transaction(async (tx) => {
      await write(tx, "kept");
      await tx.$executeRaw`SAVEPOINT one`;
      await write(tx, "undone");
      await tx.$executeRaw`ROLLBACK TO one`;
      await write(tx, "after");
      await tx.$executeRaw`SAVEPOINT two`;
      await write(tx, "inside");
    });
    const undone = db.$transaction(async (tx) => {
      await write(tx, "never");
      throw new Error("all of it");
    });
    await expect(undone).rejects.toThrow();
    expect((await order()).sort()).toEqual(["after", "inside", "kept"]);
    expect(await verified()).toMatchObject({ links: 3, breaks: [] });
  });

  it("stays one chain when twenty write at once, several entries each", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        db.$transaction(async (tx) => {
          for (const part of ["x", "y", "z"]) await write(tx, `${n}.${part}`);
        }),
      ),
    );
    expect(await verified()).toMatchObject({ links: 60, breaks: [] });
  });

  it("takes ten thousand entries of one transaction", async () => {
    const rows = Array.from({ length: 10_000 }, () => ({ ...entry("many"), at: new Date() }));
    await db.auditEntry.createMany({ data: rows });
    expect(await verified()).toMatchObject({ links: 10_000, breaks: [] });
  });

  it("holds after the account is gone, and the entry still says whose it was", async () => {
    const { id } = await createUser(db);
    await recordAudit(db, entry("left", id as UserId));
    await db.user.delete({ where: { id } });
    expect(await db.auditEntry.findFirst()).toMatchObject({ actorUserId: id });
    expect(await verified()).toMatchObject({ breaks: [] });
  });
});

describe("the audit log", () => {
  const tables = ["audit_log", "audit_chain", "audit_head"];
  const column: Record<string, string> = { audit_log: "action = 'x'", audit_chain: "entry_id = 0" };

  it.each(tables)(
    "lets nobody change, delete from or empty %s, its owner included",
    async (name) => {
      await fiveEntries();
      const change = `UPDATE ${name} SET ${column[name] ?? "position = 0"}`;
      for (const words of [change, `DELETE FROM ${name}`, `TRUNCATE ${name}`])
        expect(await refusedBy(sql(words))).toBe("audit_append_only");
      expect(await verified()).toMatchObject({ links: 5, breaks: [] });
    },
  );

  it("takes no link but from the trigger, not at any position below the first, and no entry at no moment", async () => {
    await fiveEntries();
    const link = (position: number) =>
      `INSERT INTO audit_chain VALUES (${position}, 999999999, '')`;
    expect(await refusedBy(sql(link(6)))).toBe("audit_append_only");
    expect(await refusedBy(tamper(link(0)))).toBe("audit_chain_position_counts");
    const dated = `INSERT INTO audit_log (at, action, subject_type, subject_id)
      VALUES ('infinity', 'x', 'user', '${randomUUID()}')`;
    expect(await refusedBy(sql(dated))).toBe("audit_log_at_is_moment");
    expect(await verified()).toMatchObject({ links: 5, breaks: [] });
  });

  it("is emptied with the demo alone, and begins again, guarded as before", async () => {
    await fiveEntries();
    await db.$transaction(async (tx) => {
      await emptyDatabase(tx);
      await write(tx, "first");
    });
    expect(await verified()).toMatchObject({ links: 1, breaks: [] });
    expect(await refusedBy(sql("DELETE FROM audit_log"))).toBe("audit_append_only");
  });
});

describe("the application's role", () => {
  /** What became of a statement in the role; the transaction is undone. */
  async function outcome(words: string): Promise<string> {
    const undone = "undone";
    return db
      .$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL ROLE medico24_app`;
        await tx.$executeRawUnsafe(words);
        throw new Error(undone);
      })
      .catch((error: Error & { meta?: { driverAdapterError?: { cause?: object } } }) =>
        error.message === undone ? "done" : JSON.stringify(error.meta ?? error.message),
      );
  }

  it.each([
    "UPDATE audit_log SET action = 'x'",
    "INSERT INTO audit_log (id, action, subject_type, subject_id) VALUES (1, 'x', 'user', uuid_generate_v4())",
    "INSERT INTO audit_log (at, action, subject_type, subject_id) VALUES (now(), 'x', 'user', uuid_generate_v4())",
    "DELETE FROM audit_log",
    "TRUNCATE audit_log",
    "ALTER TABLE audit_log DISABLE TRIGGER ALL",
    "DROP TABLE audit_log CASCADE",
    "INSERT INTO audit_chain VALUES (1, 1, '')",
    "UPDATE audit_chain SET entry_id = 1",
    "DELETE FROM audit_chain",
    "TRUNCATE audit_chain",
    "INSERT INTO audit_head DEFAULT VALUES",
    "UPDATE audit_head SET position = 0",
    "DELETE FROM audit_head",
    "DROP TRIGGER audit_log_chained ON audit_log",
    "DROP FUNCTION refuse_audit_change() CASCADE",
    "SET session_replication_role = replica",
    "SELECT setval('audit_log_id_seq', 1)",
    "CREATE TEMP TABLE own (id BIGINT); CREATE TRIGGER t AFTER INSERT ON own FOR EACH ROW EXECUTE FUNCTION chain_audit_entries()",
  ])("may not %s", async (words) => {
    await fiveEntries();
    const parts = words.split("; ");
    const all = parts.length > 1 ? `DO $$ BEGIN ${parts.join("; ")}; END $$` : words;
    expect(await outcome(all)).toMatch(/42501|must be owner|permission denied/);
    expect(await verified()).toMatchObject({ links: 5, breaks: [] });
  });

  it("may read the log and add to it", async () => {
    expect(await outcome("SELECT * FROM audit_log, audit_chain, audit_head")).toBe("done");
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL ROLE medico24_app`;
      await write(tx, "by the application");
    });
    expect(await verified()).toMatchObject({ links: 1, breaks: [] });
  });

  it("may do everything else with every other table, whenever it was made", async () => {
    await sql("CREATE TABLE made_later (id SERIAL)");
    try {
      const [answer] = await db.$queryRaw<{ tables: string[]; sequences: string[] }[]>(Prisma.sql`
        SELECT
          array(SELECT DISTINCT t.tablename::text FROM pg_tables t
            CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) wanted
            WHERE t.schemaname = 'public'
              AND NOT has_table_privilege('medico24_app', quote_ident(t.tablename), wanted)
            ORDER BY 1) AS tables,
          array(SELECT s.sequencename::text FROM pg_sequences s WHERE s.schemaname = 'public'
            AND NOT has_sequence_privilege('medico24_app', quote_ident(s.sequencename), 'USAGE')
          ) AS sequences`);
      expect(answer).toEqual({
        tables: ["_prisma_migrations", "audit_chain", "audit_head", "audit_log", "spatial_ref_sys"],
        sequences: [],
      });
    } finally {
      await sql("DROP TABLE made_later");
    }
  });

  it("is enough for a booking, with its record and its messages", async () => {
    const association = await createAssociation(db);
    const { userId } = await createPatient(db);
    const api = await callAs(inRole, userId, now);
    const appointmentId = await api.appointments.book(booking(association.id));
    await api.appointments.cancel({ appointmentId, reason: "Better again" });
    expect(await order()).toEqual(["appointment.book", "appointment.cancel"]);
    expect(await db.notification.count()).toBe(4);
  });
});

describe("tampering", () => {
  const hash = "decode(repeat('ab', 32), 'hex')";

  it.each<[string, (ids: string[]) => string[], (ids: string[]) => object[]]>([
    [
      "an entry that was edited",
      ([, , c]) => [`UPDATE audit_log SET details = '{"note": "other"}' WHERE id = ${c}`],
      ([, , c]) => [{ kind: "edited", position: 3, entryId: c }],
    ],
    [
      "the last entry, edited",
      () => ["UPDATE audit_log SET at = at + interval '1 microsecond' WHERE action = 'e'"],
      (ids) => [{ kind: "edited", position: 5, entryId: ids[4] }],
    ],
    [
      "an entry that was removed",
      ([, b]) => [`DELETE FROM audit_log WHERE id = ${b}`],
      ([, b]) => [{ kind: "removed", position: 2, entryId: b }],
    ],
    [
      "an entry that was removed with its link",
      ([, b]) => [
        `DELETE FROM audit_log WHERE id = ${b}`,
        `DELETE FROM audit_chain WHERE entry_id = ${b}`,
      ],
      () => [{ kind: "linksRemoved", from: 2, to: 2 }],
    ],
    [
      "an entry that was inserted",
      () => [
        `INSERT INTO audit_log (action, subject_type, subject_id)
         VALUES ('forged', 'user', '${randomUUID()}')`,
      ],
      () => [{ kind: "inserted", action: "forged" }],
    ],
    [
      "an entry that was inserted with a link",
      (ids) => [
        `INSERT INTO audit_log (id, action, subject_type, subject_id)
         VALUES (${Number(ids[4]) + 100}, 'forged', 'user', '${randomUUID()}')`,
        `INSERT INTO audit_chain VALUES (6, ${Number(ids[4]) + 100}, ${hash})`,
      ],
      () => [{ kind: "beyondHead", from: 6, to: 6 }],
    ],
    [
      "an end that was cut off",
      () => [
        "DELETE FROM audit_log WHERE action IN ('d', 'e')",
        "DELETE FROM audit_chain WHERE position > 3",
      ],
      () => [{ kind: "cutOff", from: 4, to: 5 }],
    ],
    [
      "a link that was changed",
      () => [`UPDATE audit_chain SET hash = ${hash} WHERE position = 3`],
      (ids) => [{ kind: "relinked", position: 3, entryId: ids[2] }],
    ],
    [
      "the last link, changed",
      () => [`UPDATE audit_chain SET hash = ${hash} WHERE position = 5`],
      (ids) => [{ kind: "relinked", position: 5, entryId: ids[4] }],
    ],
    [
      "entries that changed places",
      () => [
        "UPDATE audit_chain SET position = 99 WHERE position = 2",
        "UPDATE audit_chain SET position = 2 WHERE position = 3",
        "UPDATE audit_chain SET position = 3 WHERE position = 99",
      ],
      (ids) => [
        { kind: "moved", position: 2, entryId: ids[2], belongsAt: 4 },
        { kind: "moved", position: 3, entryId: ids[1], belongsAt: 2 },
        { kind: "moved", position: 4, entryId: ids[3], belongsAt: 3 },
      ],
    ],
    [
      "a head that was changed",
      () => [`UPDATE audit_head SET hash = ${hash}`],
      () => [{ kind: "headChanged" }],
    ],
    ["a head that was removed", () => ["DELETE FROM audit_head"], () => [{ kind: "headMissing" }]],
  ])("shows %s", async (_, statements, breaks) => {
    const ids = await fiveEntries();
    await tamper(...statements(ids));
    expect((await verified()).breaks).toMatchObject(breaks(ids));
  });

  it("shows an entry whose link was laid before the first, ahead of it", async () => {
    const [, , , , last] = await fiveEntries();
    const entryId = String(Number(last) + 100);
    const check = "ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_position_counts";
    try {
      await tamper(check, `INSERT INTO audit_chain VALUES (-1, ${entryId}, ${hash})`);
      await sql(`INSERT INTO audit_log (id, action, subject_type, subject_id)
        VALUES (${entryId}, 'forged', 'user', '${randomUUID()}')`);
      expect((await verified()).breaks).toMatchObject([
        { kind: "beforeFirst", position: -1, entryId },
        { kind: "inserted", action: "forged", entryId },
      ]);
      expect(await checkNewest(db)).toMatchObject({ isWhole: false });
    } finally {
      await resetDatabase();
      await sql(
        "ALTER TABLE audit_chain ADD CONSTRAINT audit_chain_position_counts CHECK (position > 0)",
      );
    }
  });

  it("that rewrites the whole chain shows by a hash that was kept elsewhere", async () => {
    await fiveEntries();
    const { head } = await verified();
    await write(db, "f");
    expect(await verified(head ?? "")).toMatchObject({ expectedAt: 5, breaks: [] });
    await tamper(
      "DELETE FROM audit_log WHERE action = 'e'",
      "DELETE FROM audit_chain",
      "UPDATE audit_head SET position = 0, hash = decode(repeat('00', 32), 'hex')",
    );
    const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    await tamper("DELETE FROM audit_log");
    await db.auditEntry.createMany({
      data: entries.map((row) => ({ ...row, details: row.details ?? Prisma.DbNull })),
    });
    expect(await verified(head ?? "")).toMatchObject({ expectedAt: null, breaks: [] });
  });
});

describe("npm run audit:verify", () => {
  const script = join(import.meta.dirname, "../../../scripts/audit-verify.ts");

  /** The exit code and what was printed. */
  async function run(...args: string[]): Promise<{ code: number; said: string }> {
    const env = { ...process.env, DATABASE_URL: inject("databaseUrl") };
    const started = promisify(execFile)(process.execPath, ["--import", "tsx", script, ...args], {
      env,
    });
    return started.then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}` }),
    );
  }

  it("passes an untouched log, and tells its end", async () => {
    await fiveEntries();
    const { head } = await verified();
    const { code, said } = await run("--expect", head ?? "");
    expect(said).toContain(`The chain ends with ${head}`);
    expect(said).toContain("The expected hash is that of position 5.");
    expect(said).toContain("Checked 5 links, from ");
    expect({ code, isWhole: said.includes("The log is whole.") }).toEqual({
      code: 0,
      isWhole: true,
    });
  });

  it("names what was edited, removed, inserted and cut off, and fails", async () => {
    const [a, b, c] = await fiveEntries();
    await tamper(
      `UPDATE audit_log SET address = '203.0.113.9' WHERE id = ${a}`,
      `DELETE FROM audit_log WHERE id = ${b}`,
      `UPDATE audit_chain SET hash = decode(repeat('ab', 32), 'hex') WHERE entry_id = ${c}`,
      `INSERT INTO audit_log (action, subject_type, subject_id)
       VALUES ('forged', 'user', '${randomUUID()}')`,
      "DELETE FROM audit_chain WHERE position = 5",
    );
    const { code, said } = await run("--expect", "0".repeat(63).concat("1"));
    expect(code).toBe(1);
    for (const found of [
      `EDITED    entry ${a} at position 1`,
      `REMOVED   entry ${b} at position 2`,
      `RELINKED  position 3: the link of entry ${c}`,
      "(forged, ",
      "CUT OFF   position 5 at the end",
      "MISSING   the expected hash",
      "The log was tampered with.",
    ])
      expect(said).toContain(found);
  });

  it("has doubts where the log is empty and was not, and without a hash promises no more than it knows", async () => {
    await fiveEntries();
    const { code, said } = await run();
    expect(code).toBe(0);
    expect(said).toContain("The chain is whole. Only --expect");
    expect(said).not.toContain("The log is whole.");
    await db.$queryRaw`SELECT setval('audit_log_id_seq', nextval('audit_log_id_seq') + 2000)`;
    await resetDatabase();
    const emptied = await run();
    expect(emptied).toMatchObject({ code: 1, said: expect.stringContaining("CUT OFF?") });
    expect(emptied.said).toContain("The log may have been cut off.");
  });

  it("takes nothing but a hash to expect, and says where it cannot look", async () => {
    expect(await run("--expect", "abc")).toMatchObject({ code: 2 });
  });
});

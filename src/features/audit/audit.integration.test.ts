import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/features/appointments/appointments.test-support";
import { Prisma } from "@/generated/prisma/client";
import type { AccessLevel } from "@/lib/rights";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createClinic } from "@/testing/factories/clinic";
import { createUser } from "@/testing/factories/user";
import { refusalFrom } from "@/testing/refusals";
import { auditPageSize, pageSql } from "./store";

const db = testDatabase();
beforeEach(resetDatabase);

async function reader(accessLevel: AccessLevel = "admin", grants: object = {}) {
  const { userId } = await createAdmin(db, { accessLevel, ...grants });
  return { userId: userId ?? "", api: await callAs(db, userId, now) };
}

type Row = Partial<Prisma.AuditEntryCreateManyInput>;
const row = (overrides: Row = {}) => ({
  at: new Date("2026-10-01T12:00:00Z"),
  action: "clinic.update",
  subjectType: "clinic",
  subjectId: randomUUID(),
  ...overrides,
});
const write = (...rows: Row[]) => db.auditEntry.createMany({ data: rows.map(row) });

const all = { people: true, doctors: true, appointments: true };

describe("the log", () => {
  it("is read newest first, page by page, each entry once, also those of one moment", async () => {
    const { api } = await reader();
    const total = auditPageSize * 2 + 7;
    await write(...Array.from({ length: total }, () => ({})));
    await write({ at: new Date("2020-01-01T00:00:00Z"), action: "old" });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await api.audit.list({ after });
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(total + 1);
    expect(seen).toHaveLength(total + 1);
    const oldest = await db.auditEntry.findFirstOrThrow({ where: { action: "old" } });
    expect(seen.at(-1)).toBe(String(oldest.id));
  });

  it("is filtered by who, what, to what, when, from where and words, alone and together", async () => {
    const { api } = await reader();
    const anna = await createUser(db, { givenName: "Änna", familyName: "100%_Sure" });
    const subjectId = randomUUID();
    await write(
      { actorUserId: anna.id, action: "one", at: new Date("2026-10-02T00:00:00Z") },
      { action: "two", subjectType: "pharmacy", subjectId, at: new Date("2026-10-02T23:59:59Z") },
      { action: "three", address: "2001:db8::1", at: new Date("2026-10-03T00:00:00Z") },
      { action: "four", details: { reason: "They said 50% & more_or less" } },
    );
    const found = async (filter: object) =>
      (await api.audit.list({ filter })).entries.map(({ action }) => action).sort();
    expect(await found({ who: "anna" })).toEqual(["one"]);
    expect(await found({ who: "100%_s" })).toEqual(["one"]);
    expect(await found({ who: anna.email.toUpperCase() })).toEqual(["one"]);
    expect(await found({ who: "a%a" })).toEqual([]);
    expect(await found({ actor: anna.id })).toEqual(["one"]);
    expect(await found({ action: "two" })).toEqual(["two"]);
    expect(await found({ subjectType: "pharmacy" })).toEqual(["two"]);
    expect(await found({ subject: subjectId })).toEqual(["two"]);
    expect(await found({ from: "2026-10-02", to: "2026-10-02" })).toEqual(["one", "two"]);
    expect(await found({ from: "2026-10-03" })).toEqual(["three"]);
    expect(await found({ address: "2001:db8::1" })).toEqual(["three"]);
    expect(await found({ text: "MORE_OR" })).toEqual(["four"]);
    expect(await found({ text: "50% &" })).toEqual(["four"]);
    expect(await found({ text: "less", action: "one" })).toEqual([]);
    expect(await api.audit.actions()).toEqual(["four", "one", "three", "two"]);
  });

  it.each([
    { from: "2026-02-30" },
    { from: "2026-10-02", to: "2026-10-01" },
    { subject: "17" },
    { text: "ab" },
    { who: "x" },
  ])("does not take %j", async (filter) => {
    const { api } = await reader();
    expect((await refusalFrom(api.audit.list({ filter }))).code).toBe("INVALID_INPUT");
  });

  it("names whom its reader may know, and nobody else", async () => {
    const { id: patientId } = await createUser(db, { givenName: "Pat", familyName: "Private" });
    const admin = await createAdmin(db, { accessLevel: "admin", user: { fullName: "Ada Min" } });
    const clinic = await createClinic(db, { name: "Lake Clinic" });
    const gone = randomUUID();
    await write(
      { action: "a", actorUserId: patientId, subjectType: "user", subjectId: patientId },
      { action: "b", actorUserId: admin.userId, subjectType: "clinic", subjectId: clinic.id },
      { action: "c", actorUserId: gone, subjectType: "user", subjectId: gone },
      { action: "d", actorUserId: null, subjectType: "settings" },
    );
    const names = async (api: Awaited<ReturnType<typeof reader>>["api"], filter = {}) =>
      (await api.audit.list({ filter })).entries
        .sort((one, other) => one.action.localeCompare(other.action))
        .map(({ actorName, isActorThere, subjectName }) => [actorName, isActorThere, subjectName]);
    const rest = [
      ["Ada Min", true, "Lake Clinic"],
      [null, false, null],
      [null, false, null],
    ];
    const { api } = await reader("support");
    expect(await names(api)).toEqual([["Pat Private", true, "Pat Private"], ...rest]);
    const { api: narrow } = await reader("support", {
      permissions: { grant: [], deny: ["people.read"] },
    });
    expect(await names(narrow)).toEqual([[null, true, null], ...rest]);
    expect(await names(narrow, { who: "Private" })).toEqual([]);
    expect(await names(narrow, { who: "Ada" })).toHaveLength(1);
  });

  it("tells nobody's address, name or phone in the details either, nor finds them by these", async () => {
    const before = { email: "pat@a.example", bio: 'Says "email": no', phone: "+1 312" };
    const after = { ...before, email: 'p"\\at@b.example', given_name: "Patty" };
    await write(
      { action: "a", subjectType: "doctor", details: { reason: "why", before, after } },
      { action: "b", subjectType: "pharmacy", details: { after: { email: "desk@a.example" } } },
    );
    const narrowed = { permissions: { grant: [], deny: ["people.read"] } };
    const { api: narrow } = await reader("support", narrowed);
    const { api: exporter } = await reader("admin", {
      permissions: { grant: [], deny: ["people.read", "doctors.verify"] },
    });
    const { api: verifier } = await reader("moderator", narrowed);
    const seen = async (api: typeof narrow) =>
      (await api.audit.list({})).entries.find(({ action }) => action === "a")?.id ?? "";
    const entryId = await seen(narrow);
    const known = { bio: before.bio, email: "…", phone: "…" };
    const { details } = await narrow.audit.entry({ entryId });
    expect(details).toEqual({ reason: "why", before: known, after: { ...known, given_name: "…" } });
    expect((await verifier.audit.entry({ entryId })).details).toMatchObject({ after });
    const found = async (api: typeof narrow, text: string) =>
      (await api.audit.list({ filter: { text } })).entries.map(({ action }) => action);
    expect(await found(narrow, "pat@a")).toEqual([]);
    expect(await found(narrow, "Patty")).toEqual([]);
    expect(await found(narrow, "given_name")).toEqual(["a"]);
    expect(await found(narrow, "desk@a")).toEqual(["b"]);
    expect(await found(verifier, "Patty")).toEqual(["a"]);
    let text = "";
    for await (const part of (await exporter.audit.export({ filter: {} })).lines) text += part;
    expect(text).toContain("desk@a.example");
    // A hash may hold any three digits, so the phone is looked for whole.
    expect(text).not.toMatch(/pat@|b\.example|1 312|Patty/);
  });

  it("opens an entry with its place in the chain, and no other", async () => {
    const { api } = await reader();
    await write({ details: { reason: "why", before: { a: 1 }, after: { a: 2 } } });
    const [listed] = (await api.audit.list({})).entries;
    const entry = await api.audit.entry({ entryId: listed?.id ?? "" });
    expect(entry).toMatchObject({ position: 1, reason: "why", details: { after: { a: 2 } } });
    expect(await api.audit.newest()).toEqual({ isWhole: true, checked: 1, head: entry.hash });
    expect((await refusalFrom(api.audit.entry({ entryId: "999999999" }))).code).toBe("NOT_FOUND");
  });

  it("says so where the newest of it was tampered with", async () => {
    const { api } = await reader();
    await write(...Array.from({ length: 300 }, () => ({})));
    expect(await api.audit.newest()).toMatchObject({ isWhole: true, checked: 200 });
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE audit_log SET action = 'x' WHERE id = (SELECT max(id) - 150 FROM audit_log)`,
    ]);
    expect(await api.audit.newest()).toMatchObject({ isWhole: false, checked: 200 });
  });

  it("is found by index, however long it is", async () => {
    await db.$executeRaw`
      INSERT INTO audit_log (at, actor_user_id, action, subject_type, subject_id, details, address)
      SELECT '2026-01-01'::timestamptz + n * interval '1 minute', u.id,
        CASE WHEN n % 5000 = 0 THEN 'rare' ELSE 'common' END, 'user', u.id,
        jsonb_build_object('note', md5(n::text)), '192.0.2.' || n % 200
      FROM generate_series(1, 20000) n CROSS JOIN LATERAL (
        SELECT md5((n % 500)::text)::uuid AS id) u`;
    await db.$executeRaw`VACUUM ANALYZE audit_log`;
    const subject = "00000000-0000-4000-8000-000000000000";
    const planned: [object, string][] = [
      [{}, "idx_audit_log_at"],
      [{ actor: subject }, "idx_audit_log_actor"],
      [{ action: "rare" }, "idx_audit_log_action"],
      [{ subjectType: "user", subject }, "idx_audit_log_subject"],
      [{ address: "192.0.2.7" }, "idx_audit_log_address"],
      [{ from: "2026-01-02", to: "2026-01-02" }, "idx_audit_log_at"],
      [{ text: "c4ca4238" }, "idx_audit_log_details"],
    ];
    for (const [filter, index] of planned) {
      const plan = await db.$queryRaw<object[]>(
        Prisma.sql`EXPLAIN ${pageSql({ filter, limit: 51 }, all)}`,
      );
      expect(JSON.stringify(plan), JSON.stringify(filter)).toContain(index);
      expect(JSON.stringify(plan)).not.toContain("Seq Scan");
    }
  });
});

describe("an export", () => {
  async function textOf(lines: AsyncGenerator<string>): Promise<string> {
    let text = "";
    for await (const part of lines) text += part;
    return text;
  }

  it("has every entry of the filter with its hash, runs nothing in a spreadsheet, and is on record", async () => {
    const { api, userId } = await reader();
    await write(
      { action: "wanted", details: { reason: '=HYPERLINK("http://x")', before: { a: 'b"; c' } } },
      { action: "wanted", details: { reason: "two\nlines, and “words”" } },
      { action: "other" },
    );
    const { lines, fileName } = await api.audit.export({ filter: { action: "wanted" } });
    expect(fileName).toBe("audit-log-2026-10-28.csv");
    const text = await textOf(lines);
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(rows.map(({ reason }) => reason)).toEqual([
      "two\nlines, and “words”",
      `'=HYPERLINK("http://x")`,
    ]);
    expect(rows[1]).toMatchObject({ before: '{"a":"b\\"; c"}', chain_position: "1" });
    expect(rows[1]?.chain_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await db.auditEntry.findFirst({ where: { action: "audit.export" } })).toMatchObject({
      actorUserId: userId,
      address: "192.0.2.1",
      details: { filter: { action: "wanted" } },
    });
  });

  it("of many entries is read in pages, and takes no more memory than one of them", async () => {
    const { api } = await reader();
    await db.$executeRaw`
      INSERT INTO audit_log (action, subject_type, subject_id, details)
      SELECT 'many', 'user', uuid_generate_v4(), jsonb_build_object('note', repeat('x', 500))
      FROM generate_series(1, 20000)`;
    const { lines } = await api.audit.export({ filter: { action: "many" } });
    let rows = -1;
    let largest = 0;
    for await (const part of lines) {
      rows += part.split("\r\n").length - 1;
      largest = Math.max(largest, part.length);
    }
    expect(rows).toBe(20_000);
    expect(largest).toBeLessThan(1_500_000);
  });

  it("is for those alone who may, and its refusal is no entry", async () => {
    const { api } = await reader("moderator");
    expect((await refusalFrom(api.audit.export({ filter: {} }))).code).toBe("NOT_ALLOWED");
    expect(await db.auditEntry.count()).toBe(0);
  });
});

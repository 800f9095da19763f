import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { transferHeaders } from "@/features/transfer/kinds";
import type { ImportLine } from "@/features/transfer/verdicts";
import { findActor } from "@/server/actor";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createPatient } from "@/testing/factories/patient";
import { insertPharmacies, pharmacyRow } from "@/testing/factories/pharmacy";
import { createSession } from "@/testing/factories/session";
import { GET } from "./export/[kind]/route";
import { POST } from "./import/route";

const db = testDatabase();
const now = Temporal.Instant.from("2026-10-28T15:00:00Z");
const who = vi.hoisted(() => ({ userId: null as string | null }));

// A request of nobody's browser has no cookie jar; who asks is said here, and read from the database.
vi.mock("@/server/page-context", () => ({
  pageContext: async () => {
    const claim = who.userId ? await createSession(db, { userId: who.userId }) : null;
    return { db, now, asking: await findActor(db, claim, now), address: null };
  },
}));

beforeEach(async () => {
  await resetDatabase();
  who.userId = (await createAdmin(db, { accessLevel: "admin" })).userId;
});

const table = "name,latitude,longitude\nSun Pharmacy,41.5,-87.1\n";

function send(content: string, headers: Record<string, string> = {}, signal?: AbortSignal) {
  const body = new TextEncoder().encode(content);
  return POST(
    new Request("http://127.0.0.1:3000/admin/transfer/import", {
      method: "POST",
      body,
      headers: {
        "content-length": String(body.length),
        [transferHeaders.kind]: "pharmacies",
        ...headers,
      },
      ...(signal && { signal }),
    }),
  );
}

async function linesOf(answer: Response): Promise<ImportLine[]> {
  const lines = (await answer.text()).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as ImportLine);
}

async function digestOf(content: string): Promise<string> {
  const last = (await linesOf(await send(content))).at(-1);
  return last?.type === "done" ? last.digest : "";
}

describe("a table that was sent", () => {
  test("is checked, then written, and told of line by line", async () => {
    const types = (lines: ImportLine[]) => lines.map(({ type }) => type);
    const checked = await linesOf(await send(table));
    expect(types(checked)).toEqual(["about", "rows", "progress", "done"]);
    const digest = { [transferHeaders.digest]: await digestOf(table) };
    const written = await linesOf(await send(table, digest));
    expect(types(written)).toEqual(["progress", "progress", "done"]);
    expect(await db.pharmacy.count()).toBe(1);
    const again = await linesOf(await send(table, digest));
    expect(again.at(-1)).toMatchObject({
      type: "refused",
      refusal: { code: "CHANGED_MEANWHILE" },
    });
  });

  test("by somebody who leaves holds nothing up", async () => {
    const digest = { [transferHeaders.digest]: await digestOf(table) };
    const leaving = new AbortController();
    leaving.abort();
    await send(table, digest, leaving.signal);
    expect(await db.pharmacy.count()).toBe(0);
    // Nobody reads what is said, and still it ends.
    await send(table, digest);
    await expect.poll(() => db.pharmacy.count()).toBe(1);
  });
});

describe("what is not taken", () => {
  test.each<[string, string, Record<string, string>, number, string]>([
    ["no table", "PK\u0003\u0004", {}, 400, "CSV_NOT_READABLE"],
    ["nothing", "", {}, 400, "CSV_NOT_READABLE"],
    ["too much", table, { "content-length": "52428801" }, 413, "FILE_TOO_LARGE"],
    ["a size that is none", table, { "content-length": "many" }, 400, "INVALID_INPUT"],
    ["no kind of ours", table, { [transferHeaders.kind]: "people" }, 400, "INVALID_INPUT"],
    ["no digest", table, { [transferHeaders.digest]: "x" }, 400, "INVALID_INPUT"],
    ["from another site", table, { origin: "https://evil.example" }, 403, "CROSS_SITE"],
  ])("%s", async (_, content, headers, status, code) => {
    const answer = await send(content, headers);
    expect([answer.status, (await answer.json()).refusal.code]).toEqual([status, code]);
  });

  test("anything of someone who is no administrator, or nobody", async () => {
    who.userId = (await createPatient(db)).userId;
    expect((await send(table)).status).toBe(403);
    who.userId = null;
    expect((await send(table)).status).toBe(401);
  });
});

describe("an export", () => {
  const get = (kind: string, headers = {}) =>
    GET(new Request("http://127.0.0.1:3000/admin/transfer/export", { headers }), {
      params: Promise.resolve({ kind }),
    });

  test("is a file to keep", async () => {
    await insertPharmacies(db, [pharmacyRow()]);
    const answer = await get("pharmacies");
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="medico24-pharmacies.csv"',
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain("Example Pharmacy");
  });

  test("is given to nobody else, for no other kind, and to no other site", async () => {
    expect((await get("people")).status).toBe(400);
    expect((await get("doctors", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    who.userId = (await createPatient(db)).userId;
    expect((await get("doctors")).status).toBe(403);
  });
});

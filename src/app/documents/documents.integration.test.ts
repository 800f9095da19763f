import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { aPdf, aPng, streamOf } from "@/features/applications/application.test-support";
import { documentHeaders, encodeHeader, mostBytes } from "@/features/applications/documents";
import { findActor } from "@/server/actor";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createSession } from "@/testing/factories/session";
import { GET } from "./[id]/route";
import { POST } from "./route";

const db = testDatabase();
const now = Temporal.Instant.from("2026-10-28T15:00:00Z");
const who = vi.hoisted(() => ({ userId: null as string | null }));

// A request of nobody's browser has no cookie jar; who asks is said here, and read from the database.
vi.mock("@/server/page-context", () => ({
  pageContext: async () => {
    const claim = who.userId ? await createSession(db, { userId: who.userId }) : null;
    return { db, now, asking: await findActor(db, claim, now) };
  },
}));

const folder = mkdtempSync(join(tmpdir(), "medico24-documents-"));
process.env.STORAGE_FOLDER = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await resetDatabase();
  who.userId = (await createDoctor(db, { isVerified: false })).userId;
});

function send(file: Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return POST(
    new Request("http://127.0.0.1:3000/documents", {
      method: "POST",
      body: streamOf(file) as ReadableStream<Uint8Array<ArrayBuffer>>,
      headers: {
        "content-length": String(file.length),
        [documentHeaders.kind]: "licence",
        [documentHeaders.name]: encodeHeader("Führerschein \u{1F642}.pdf"),
        ...headers,
      },
      duplex: "half",
    } as RequestInit),
  );
}
const read = (id: string) =>
  GET(new Request("http://127.0.0.1:3000"), { params: Promise.resolve({ id }) });

async function listed() {
  const doctor = await db.doctor.findFirstOrThrow({ where: { userId: who.userId ?? "" } });
  return (doctor.verificationDocuments ?? []) as { id: string; name: string }[];
}
const refusalOf = async (answer: Response) => [answer.status, (await answer.json()).refusal.code];

describe("a document that was sent", () => {
  test("comes back as it is, with headers under which nothing in it can run", async () => {
    expect((await send(aPdf())).status).toBe(201);
    const [{ id, name } = { id: "", name: "" }] = await listed();
    expect(name).toBe("Führerschein \u{1F642}.pdf");
    const answer = await read(id);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(aPdf());
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": "application/pdf",
      "content-length": String(aPdf().length),
      "content-disposition":
        "attachment; filename=\"F_hrerschein __.pdf\"; filename*=UTF-8''F%C3%BChrerschein%20%F0%9F%99%82.pdf",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
  });

  test("is called what it is, whatever the browser said", async () => {
    await send(aPng(), { "content-type": "text/html" });
    const [{ id, name } = { id: "", name: "" }] = await listed();
    expect(name).toMatch(/\.png$/);
    expect((await read(id)).headers.get("content-type")).toBe("image/png");
  });

  test("is there for nobody else", async () => {
    await send(aPdf());
    const [{ id } = { id: "" }] = await listed();
    const others = [null, (await createPatient(db)).userId, (await createDoctor(db)).userId];
    for (const other of others) {
      who.userId = other;
      const answer = await read(id);
      expect([answer.status, await answer.text()]).toEqual([404, ""]);
    }
  });

  test.each(["", "x", "../../etc/passwd", "6f1f0f9e-6a39-4bb5-9a5e-0d8f0c5b8a11"])(
    "is not there at %j",
    async (id) => {
      expect((await read(id)).status).toBe(404);
    },
  );
});

describe("what is not taken", () => {
  test.each<[string, Uint8Array, Record<string, string>, number, string]>([
    ["a program", new Uint8Array(9000), {}, 400, "FILE_NOT_ACCEPTED"],
    ["nothing", new Uint8Array(), {}, 400, "FILE_NOT_ACCEPTED"],
    ["too much", aPdf(), { "content-length": `${mostBytes + 1}` }, 413, "FILE_TOO_LARGE"],
    ["more than was said", aPdf(), { "content-length": "20" }, 400, "FILE_NOT_ACCEPTED"],
    ["a size that is none", aPdf(), { "content-length": "many" }, 400, "INVALID_INPUT"],
    ["no kind of ours", aPdf(), { [documentHeaders.kind]: "secret" }, 400, "INVALID_INPUT"],
    ["from another site", aPdf(), { origin: "https://evil.example" }, 403, "CROSS_SITE"],
  ])("%s", async (_, file, headers, status, code) => {
    expect(await refusalOf(await send(file, headers))).toEqual([status, code]);
    expect(await listed()).toEqual([]);
    await expect.poll(() => db.fileRemoval.count()).toBe(0);
  });

  test("anything of someone who is no doctor, or not signed in", async () => {
    who.userId = null;
    expect(await refusalOf(await send(aPdf()))).toEqual([401, "SIGN_IN_REQUIRED"]);
    who.userId = (await createPatient(db)).userId;
    expect(await refusalOf(await send(aPdf()))).toEqual([403, "NOT_ALLOWED"]);
  });
});

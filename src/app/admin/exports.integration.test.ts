import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import { findActor } from "@/server/actor";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createSession } from "@/testing/factories/session";
import { POST as exportLog } from "./audit/export/route";
import { GET as exportTable } from "./transfer/export/[kind]/route";

const db = testDatabase();
const now = Temporal.Instant.from("2026-10-28T15:00:00Z");
const who = vi.hoisted(() => ({ userId: "" }));

vi.mock("@/server/page-context", () => ({
  pageContext: async () => {
    const claim = await createSession(db, { userId: who.userId });
    return { db, now, asking: await findActor(db, claim, now), address: null };
  },
}));

test.each<[string, () => Promise<Response>]>([
  ["the log", () => exportLog(new Request("http://127.0.0.1:3000/", { method: "POST" }))],
  [
    "a table",
    () =>
      exportTable(new Request("http://127.0.0.1:3000/"), {
        params: Promise.resolve({ kind: "clinics" }),
      }),
  ],
])("an export of %s counts as a call that writes", async (_, fetchFile) => {
  await resetDatabase();
  who.userId = (await createAdmin(db, { accessLevel: "super_admin" })).userId ?? "";
  const answer = await fetchFile();
  expect(answer.status).toBe(200);
  await answer.text();
  expect(await db.rateLimit.findMany({ select: { key: true, points: true } })).toEqual(
    expect.arrayContaining([
      { key: `account:${who.userId}`, points: 1 },
      { key: `account:${who.userId}:writes`, points: 1 },
    ]),
  );
});

import { beforeEach, describe, expect, it, test } from "vitest";
import type { PrismaClient } from "@/generated/prisma/client";
import { countingDatabase, resetDatabase, testDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { refusalFrom } from "@/testing/refusals";
import { listQueue } from "./queue-store";
import { queueInput } from "./schema";
import {
  aDocument,
  aReviewer,
  createWaiting,
  setSecondReviewer,
} from "./verification.test-support";

const db = testDatabase();
beforeEach(resetDatabase);
const codeOf = async (call: Promise<unknown>) => (await refusalFrom(call)).code;
const named = (fullName: string) => ({ fullName });

describe("the queue", () => {
  it("is oldest first, page by page, with nobody twice and nobody left out", async () => {
    const { api } = await aReviewer();
    const all = Array.from({ length: 25 }, (_, index) => index);
    // Two come in the same moment each time.
    for (const index of all)
      await createWaiting({ submittedAt: new Date(Date.UTC(2026, 9, 1 + Math.floor(index / 2))) });
    const first = await api.verification.queue({});
    expect(first.rows).toHaveLength(20);
    const second = await api.verification.queue({ after: first.next ?? "" });
    expect(second.next).toBeNull();
    const since = [...first.rows, ...second.rows].map((row) => row.since.epochMilliseconds);
    expect(since).toEqual([...since].sort((a, b) => a - b));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(25);
  });

  it("holds only who waits, and finds by name, number, country and whose it is", async () => {
    const { userId, api } = await aReviewer();
    await createDoctor(db);
    await createWaiting({ submittedAt: null });
    const ana = await createWaiting({
      licenseNumber: "IL-036 118",
      assignedTo: userId,
      user: named("Ana Núñez"),
    });
    const ben = await createWaiting({ licenseCountry: "DE", user: named("Ben 100%") });
    const found = async (filter: object) =>
      (await api.verification.queue(filter)).rows.map(({ id }) => id).sort();
    expect(await found({})).toEqual([ana.id, ben.id].sort());
    expect(await found({ q: "nunez" })).toEqual([ana.id]);
    expect(await found({ q: "il036118" })).toEqual([ana.id]);
    expect(await found({ q: "%" })).toEqual([ben.id]);
    expect(await found({ country: "DE" })).toEqual([ben.id]);
    expect(await found({ assigned: "mine" })).toEqual([ana.id]);
    expect(await found({ assigned: "nobody" })).toEqual([ben.id]);
  });

  it("is one statement, and goes by its index", async () => {
    const { userId } = await aReviewer();
    const { db: counting, statements } = countingDatabase();
    await listQueue(counting, userId, queueInput.parse({ q: "a", country: "US" }));
    expect(statements).toHaveLength(1);
    await counting.$disconnect();
    const plan = await planOf(
      db,
      `SELECT d.id FROM doctors d WHERE d.submitted_at IS NOT NULL AND d.is_verified IS NOT TRUE
        ORDER BY d.submitted_at, d.id LIMIT 21`,
    );
    expect(plan).toContain("idx_doctors_waiting");
  });
});

/** The plan of a statement when the table may not simply be read through. */
async function planOf(client: PrismaClient, sql: string): Promise<string> {
  const [, , rows] = await client.$transaction([
    client.$executeRawUnsafe("SET LOCAL enable_seqscan = off"),
    client.$executeRawUnsafe("SET LOCAL enable_sort = off"),
    client.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${sql}`),
  ]);
  return rows.map((row) => Object.values(row)[0]).join("\n");
}

describe("duplicates", () => {
  async function likenessesOf(doctorId: string) {
    const { api } = await aReviewer();
    const { duplicates } = await api.verification.doctor({ doctorId });
    return Object.fromEntries(duplicates.map(({ id, likenesses }) => [id, likenesses.sort()]));
  }

  it("are the same number however it is written, or one sign apart; others are not", async () => {
    const one = await createWaiting({ licenseNumber: "IL-036 4471", user: named("Ana Silva") });
    const other = (licenseNumber: string, fullName: string) =>
      createDoctor(db, { licenseNumber, user: named(fullName) });
    const same = await other("IL0364471", "Bo Chen");
    const slip = await other("IL 036-4472", "Cy Dorn");
    const swap = await other("IL 036-4417", "Di Eder");
    await other("IL 036-9999", "Ed Falk");
    expect(await likenessesOf(one.id)).toEqual({
      [same.id]: ["sameNumber"],
      [slip.id]: ["nearNumber"],
      [swap.id]: ["nearNumber"],
    });
  });

  it.each([
    ["123456", "124356"],
    ["1234", "5234"],
    ["1234", "1324"],
    ["12345", "1245"],
  ])("are short numbers one slip apart, too: %s and %s", async (number, slip) => {
    const one = await createWaiting({ licenseNumber: number, user: named("Ana Silva") });
    const near = await createDoctor(db, { licenseNumber: slip, user: named("Bo Chen") });
    expect(await likenessesOf(one.id)).toEqual({ [near.id]: ["nearNumber"] });
  });

  it("are like names, unless they are known to be born on another day", async () => {
    const born = (day: string) => ({ dateOfBirth: new Date(`${day}T00:00:00Z`) });
    const one = await createWaiting({ ...born("1980-02-03"), user: named("Aña Maria Silva") });
    const same = await createDoctor(db, { ...born("1980-02-03"), user: named("ana maria silva") });
    const near = await createDoctor(db, { user: named("Ana Marie Silva") });
    await createDoctor(db, { ...born("1991-01-01"), user: named("Ana Maria Silva") });
    await createDoctor(db, { user: named("Ana Gomez") });
    expect(await likenessesOf(one.id)).toEqual({
      [same.id]: ["sameNameAndBirth"],
      [near.id]: ["nearName"],
    });
  });

  it("are the same document by what is in it", async () => {
    const one = await createWaiting({
      verificationDocuments: [aDocument("a1"), aDocument("b2")],
      user: named("Ana Silva"),
    });
    const same = await createWaiting({
      verificationDocuments: [aDocument("b2")],
      user: named("Bo Chen"),
    });
    await createWaiting({ verificationDocuments: [aDocument("c3")], user: named("Cy Dorn") });
    expect(await likenessesOf(one.id)).toEqual({ [same.id]: ["sameDocument"] });
  });

  it.each([
    [
      "idx_doctors_licence_text",
      "SELECT id FROM doctors WHERE licence_text(license_number) % 'IL0364471'",
    ],
    ["idx_users_name_search", "SELECT id FROM users WHERE search_text(full_name) % 'ana silva'"],
    [
      "idx_doctors_documents",
      `SELECT id FROM doctors WHERE verification_documents @> '[{"sha256": "a"}]'`,
    ],
  ])("are found by %s", async (index, sql) => {
    expect(await planOf(db, sql)).toContain(index);
  });

  it("of a pharmacy are near and like, or have its number", async () => {
    const own = await createPharmacy(db, { name: "Lake Pharmacy", isVerified: false });
    const near = await createPharmacy(db, { name: "Lake Pharmacie", latitude: 41.884 });
    await createPharmacy(db, { name: "Corner Drugs", latitude: 41.89 });
    await createPharmacy(db, { name: "Lake Pharmacy", latitude: 42.5 });
    const { api } = await aReviewer();
    const { duplicates } = await api.verification.pharmacy({ pharmacyId: own.id });
    expect(duplicates.map(({ id }) => id)).toEqual([near.id]);
    expect(duplicates[0]?.metres).toBeLessThan(100);
  });
});

describe("whose case it is", () => {
  it("is taken, passed on and released; each is in the record", async () => {
    const doctor = await createWaiting();
    const subject = { kind: "doctor" as const, id: doctor.id };
    const [one, two] = await Promise.all([aReviewer(), aReviewer("admin")]);
    await one.api.verification.assign({ subject, from: null, to: one.userId });
    expect(await codeOf(two.api.verification.assign({ subject, from: null, to: two.userId }))).toBe(
      "CHANGED_MEANWHILE",
    );
    await one.api.verification.assign({ subject, from: one.userId, to: two.userId });
    await two.api.verification.assign({ subject, from: two.userId, to: null });
    const row = await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } });
    expect(row).toMatchObject({ assignedTo: null, revision: doctor.revision });
    expect(await db.auditEntry.count({ where: { action: "doctor.assign" } })).toBe(3);
  });

  it("is nobody's who may not check it", async () => {
    const doctor = await createWaiting();
    const subject = { kind: "doctor" as const, id: doctor.id };
    const [{ api }, support] = await Promise.all([aReviewer(), aReviewer("support")]);
    for (const to of [support.userId, doctor.userId])
      expect(["NOT_ALLOWED", "OWN_APPLICATION"]).toContain(
        await codeOf(api.verification.assign({ subject, from: null, to })),
      );
  });
});

describe("a document", () => {
  test("is opened by who checks it alone, and each look is in the record", async () => {
    const document = aDocument();
    const doctor = await createWaiting({ verificationDocuments: [document] });
    const other = await createWaiting();
    const { userId, api } = await aReviewer();
    const ref = { doctorId: doctor.id, documentId: document.id };
    expect(await api.verification.document(ref)).toMatchObject({ name: "Licence.pdf" });
    expect(await codeOf(api.verification.document({ ...ref, doctorId: other.id }))).toBe(
      "NOT_FOUND",
    );
    const support = await aReviewer("support");
    expect(await codeOf(support.api.verification.document(ref))).toBe("NOT_ALLOWED");
    expect(
      await db.auditEntry.findMany({ where: { action: "doctor.view-document" } }),
    ).toMatchObject([
      {
        actorUserId: userId,
        subjectId: doctor.id,
        details: { documentId: document.id, kind: "licence" },
      },
    ]);
  });
});

describe("the settings", () => {
  it("are one person's where there are none, and saved once of two at once", async () => {
    const { api } = await aReviewer("super_admin");
    const before = await api.verification.settings();
    expect(before).toEqual({ secondReviewer: "never", countries: [], revision: 0 });
    const save = (secondReviewer: "always" | "never") =>
      api.verification.saveSettings({
        settings: { secondReviewer, countries: [] },
        expectedRevision: 0,
      });
    const answers = await Promise.allSettled([save("always"), save("never")]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await api.verification.settings()).revision).toBe(1);
    expect(await db.auditEntry.count({ where: { action: "settings.save" } })).toBe(1);
  });

  it("name at least one country where it goes by countries", async () => {
    await setSecondReviewer("never");
    const { api } = await aReviewer("super_admin");
    const settings = { secondReviewer: "countries" as const, countries: [] };
    expect(await codeOf(api.verification.saveSettings({ settings, expectedRevision: 0 }))).toBe(
      "INVALID_INPUT",
    );
  });
});

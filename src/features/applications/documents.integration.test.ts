import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";
import type { DoctorId, UserId } from "@/lib/ids";
import { toDate } from "@/lib/time/instant";
import type { Bytes, Storage } from "@/server/ports/storage";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { createUser } from "@/testing/factories/user";
import { aPdf, aPng, streamOf } from "./application.test-support";
import { addDocument } from "./commands/add-document";
import { removeDocument } from "./commands/remove-document";
import { sweepFiles } from "./commands/sweep-files";
import { mostBytes, mostDocuments } from "./documents";
import { insertRemoval } from "./file-store";
import { openDocument } from "./queries/open-document";
import { getApplication } from "./store";

const db = testDatabase();
const now = Temporal.Instant.from("2026-10-28T15:00:00Z");
const refusedWith = (code: string) => ({ refusal: { code } });

/** A store in memory that keeps whatever arrived, as a real one might that breaks half-way. */
function memory(): Storage & { files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async put(key: string, bytes: Bytes) {
      for await (const chunk of bytes)
        files.set(key, new Uint8Array(Buffer.concat([files.get(key) ?? new Uint8Array(), chunk])));
    },
    get: async (key) => {
      const file = files.get(key);
      return file ? streamOf(file) : null;
    },
    delete: async (key) => void files.delete(key),
  };
}

async function aDoctor(over: Parameters<typeof createDoctor>[1] = { isVerified: false }) {
  const { id, userId } = await createDoctor(db, over);
  return { doctorId: id as DoctorId, userId: userId as UserId };
}
type Doctor = Awaited<ReturnType<typeof aDoctor>>;

let storage: ReturnType<typeof memory>;
beforeEach(async () => {
  await resetDatabase();
  storage = memory();
});

const sweep = () => sweepFiles(db, async () => storage);
// As the router does, which does not wait for it.
const remove = (doctor: Doctor, id: string) => removeDocument(db, doctor, id).finally(sweep);
const upload = (doctor: Doctor, file: Uint8Array = aPdf(), over = {}) =>
  addDocument(
    db,
    storage,
    doctor,
    { kind: "licence", name: "licence.pdf", size: file.length, body: streamOf(file), ...over },
    now,
  ).finally(sweep);
const listed = async ({ doctorId }: Doctor) => (await getApplication(db, doctorId)).documents;
const removals = () => db.fileRemoval.findMany();
const allDue = () => db.$executeRaw`UPDATE file_removals SET due_at = now() - INTERVAL '1 second'`;

describe("uploading", () => {
  test("keeps the file and lists it, and nothing is left to remove", async () => {
    const doctor = await aDoctor();
    const file = aPng();
    await upload(doctor, file, { kind: "identity", name: "C:\\me.exe" });
    const [document] = await listed(doctor);
    expect(document).toMatchObject({
      kind: "identity",
      name: "me.png",
      type: "image/png",
      size: file.length,
      uploadedAt: now.toString(),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(storage.files.get(document?.key ?? "")).toEqual(file);
    expect(await removals()).toEqual([]);
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: "doctor.add-document" }]);
  });

  test.each([
    ["a program called .pdf", new Uint8Array(Buffer.from(`MZ${"\0".repeat(300)}`))],
    [
      "a PDF with an archive behind",
      new Uint8Array(Buffer.concat([aPdf(), Buffer.from("PK\x05\x06")])),
    ],
    ["nothing", new Uint8Array()],
  ])("refuses %s, and nothing stays", async (_, file) => {
    const doctor = await aDoctor();
    await expect(upload(doctor, file)).rejects.toMatchObject(refusedWith("FILE_NOT_ACCEPTED"));
    expect([storage.files.size, await listed(doctor), await removals()]).toEqual([0, [], []]);
  });

  test("refuses a huge file before it is read, and one that is longer than it said", async () => {
    const doctor = await aDoctor();
    const unread = new ReadableStream<Uint8Array>(
      {
        pull: () => {
          throw new Error("read");
        },
      },
      { highWaterMark: 0 },
    );
    await expect(
      upload(doctor, aPdf(), { size: mostBytes + 1, body: unread }),
    ).rejects.toMatchObject(refusedWith("FILE_TOO_LARGE"));
    const long = aPdf("x".repeat(20_000));
    await expect(upload(doctor, long, { size: 10_000 })).rejects.toMatchObject(
      refusedWith("FILE_NOT_ACCEPTED"),
    );
    expect([storage.files.size, await removals()]).toEqual([0, []]);
  });

  test("takes twelve and no more, also of two at once", async () => {
    const doctor = await aDoctor();
    for (let count = 1; count < mostDocuments; count++) await upload(doctor);
    const outcomes = await Promise.allSettled([upload(doctor), upload(doctor), upload(doctor)]);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([1, 2].map(() => ({ reason: refusedWith("TOO_MANY_FILES") })));
    expect(await listed(doctor)).toHaveLength(mostDocuments);
    expect([storage.files.size, await removals()]).toEqual([mostDocuments, []]);
  });

  test("that the store broke off leaves nothing", async () => {
    const doctor = await aDoctor();
    const { put } = storage;
    storage.put = async (key, bytes, facts) => {
      await put(key, bytes, facts);
      throw new Error("the store is full");
    };
    await expect(upload(doctor)).rejects.toThrow("the store is full");
    expect([storage.files.size, await listed(doctor), await removals()]).toEqual([0, [], []]);
  });

  test("after which the process died leaves nothing for ever", async () => {
    const { doctorId } = await aDoctor();
    const key = `doctors/${doctorId}/${randomUUID()}`;
    await insertRemoval(db, key);
    storage.files.set(key, aPdf());
    await sweep();
    expect(storage.files.size).toBe(1);
    await allDue();
    await sweep();
    expect([storage.files.size, await removals()]).toEqual([0, []]);
  });

  test("that took so long that its file was removed is not listed", async () => {
    const doctor = await aDoctor();
    const { put } = storage;
    storage.put = async (key, bytes, facts) => {
      await put(key, bytes, facts);
      await allDue();
      await sweep();
    };
    await expect(upload(doctor)).rejects.toMatchObject(refusedWith("TRY_AGAIN"));
    expect(await listed(doctor)).toEqual([]);
  });
});

describe("reading and removing", () => {
  test("is for the owner alone", async () => {
    const [doctor, other] = [await aDoctor(), await aDoctor()];
    await upload(doctor);
    const [{ id } = { id: "" }] = await listed(doctor);
    const opened = await openDocument(db, storage, doctor.doctorId, id);
    expect(new Uint8Array(await new Response(await opened.read()).arrayBuffer())).toEqual(aPdf());
    await expect(openDocument(db, storage, other.doctorId, id)).rejects.toMatchObject(
      refusedWith("NOT_FOUND"),
    );
    await expect(remove(other, id)).rejects.toMatchObject(refusedWith("NOT_FOUND"));
    await remove(doctor, id);
    expect([storage.files.size, await listed(doctor), await removals()]).toEqual([0, [], []]);
  });

  test.each([
    ["handed in", { isVerified: false, submittedAt: toDate(now) }],
    ["verified", { isVerified: true, verifiedAt: toDate(now) }],
  ])(
    "of what was there when one was %s is refused, also beside a newer one",
    async (_, standing) => {
      const doctor = await aDoctor({ isVerified: false });
      await upload(doctor);
      await db.doctor.update({ where: { id: doctor.doctorId }, data: standing });
      const later = now.add({ milliseconds: 1 });
      const input = { kind: "licence", name: "new.pdf", size: aPdf().length } as const;
      await addDocument(db, storage, doctor, { ...input, body: streamOf(aPdf()) }, later);
      const [first, second] = await listed(doctor);
      const attempt = remove(doctor, first?.id ?? "");
      await expect(attempt).rejects.toMatchObject(refusedWith("NOT_ALLOWED"));
      await remove(doctor, second?.id ?? "");
      expect(await listed(doctor)).toEqual([first]);
    },
  );

  test("of what was there when one was rejected is refused", async () => {
    const doctor = await aDoctor();
    await upload(doctor);
    const { id: decidedBy } = await createUser(db);
    await db.verificationDecision.create({
      data: {
        doctorId: doctor.doctorId,
        verdict: "reject",
        reasonCode: "licence_not_found",
        reviewedRevision: 0,
        status: "final",
        decidedBy,
        decidedAt: toDate(now),
      },
    });
    const where = { id: doctor.doctorId };
    await db.doctor.update({ where, data: { reviewOutcome: "rejected" } });
    const [document] = await listed(doctor);
    const attempt = remove(doctor, document?.id ?? "");
    await expect(attempt).rejects.toMatchObject(refusedWith("NOT_ALLOWED"));
    await db.doctor.update({ where, data: { reviewOutcome: "asked" } });
    await remove(doctor, document?.id ?? "");
  });

  test("two at once remove two", async () => {
    const doctor = await aDoctor();
    await upload(doctor);
    await upload(doctor);
    const documents = await listed(doctor);
    await Promise.all(documents.map(({ id }) => remove(doctor, id)));
    expect([storage.files.size, await listed(doctor)]).toEqual([0, []]);
  });
});

test("files go with their owner, whoever deletes the account and however", async () => {
  const [doctor, other] = [await aDoctor(), await aDoctor()];
  await upload(doctor);
  await upload(other);
  await db.$executeRaw`DELETE FROM users WHERE id = ${doctor.userId}::uuid`;
  expect(storage.files.size).toBe(2);
  await sweep();
  expect([...storage.files.keys()]).toEqual((await listed(other)).map(({ key }) => key));
  expect(await removals()).toEqual([]);
});

test("a store that does not answer keeps nobody from their work, and the file goes later", async () => {
  const doctor = await aDoctor();
  await upload(doctor);
  const { delete: answer } = storage;
  storage.delete = async () => {
    throw new Error("no answer");
  };
  await remove(doctor, (await listed(doctor))[0]?.id ?? "");
  expect(await removals()).toHaveLength(1);
  storage.delete = answer;
  await sweep();
  expect([storage.files.size, await removals()]).toEqual([0, []]);
});

test("two sweeps at once take each file once", async () => {
  for (let count = 0; count < 6; count++) await insertRemoval(db, `doctors/${randomUUID()}`);
  await allDue();
  const deleted: string[] = [];
  storage.delete = async (key) => void deleted.push(key);
  await Promise.all([sweep(), sweep()]);
  expect([deleted.length, new Set(deleted).size, await removals()]).toEqual([6, 6, []]);
});

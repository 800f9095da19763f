import { beforeEach, describe, expect, it, test } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { refusalFrom } from "@/testing/refusals";
import {
  aDocument,
  aReviewer,
  ask,
  asSeen,
  createWaiting,
  now,
  reject,
  setSecondReviewer,
  verify,
} from "./verification.test-support";

const db = testDatabase();
beforeEach(resetDatabase);

const codeOf = async (call: Promise<unknown>) => (await refusalFrom(call)).code;
const listed = async (doctorId: string) =>
  (
    await db.$queryRaw<
      unknown[]
    >`SELECT 1 FROM listed_doctors('2026-10-28') WHERE id = ${doctorId}::uuid`
  ).length === 1;
const messagesOf = async (userId: string) =>
  (await db.notification.findMany({ where: { userId } })).map(({ title }) => title);
const auditOf = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ action, actorUserId }) => [action, actorUserId],
  );

describe("one person's decision", () => {
  it("verifies: who and when, the record, the message, and the doctor is found at once", async () => {
    const doctor = await createWaiting();
    const { userId, api } = await aReviewer();
    const seen = await asSeen(doctor.id);
    expect(await api.verification.decide({ ...seen, decided: verify })).toEqual({
      status: "final",
    });
    expect(await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } })).toMatchObject({
      isVerified: true,
      verifiedBy: userId,
      verifiedAt: new Date(now.epochMilliseconds),
      reviewOutcome: null,
    });
    expect(await listed(doctor.id)).toBe(true);
    expect(await messagesOf(doctor.userId)).toEqual(["Your licence is checked"]);
    expect(await auditOf(doctor.id)).toEqual([["doctor.verify", userId]]);

    // The answer got lost, and it is sent again.
    await api.verification.decide({ ...seen, decided: verify });
    expect(await db.verificationDecision.count()).toBe(1);
    expect(await messagesOf(doctor.userId)).toHaveLength(1);
  });

  it("asks for more, with words that the doctor reads, who hands in again", async () => {
    const doctor = await createWaiting();
    const { api } = await aReviewer();
    await api.verification.decide({
      ...(await asSeen(doctor.id)),
      decided: ask("The back of the card"),
    });
    const row = await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } });
    expect(row).toMatchObject({ submittedAt: null, reviewOutcome: "asked", isVerified: false });
    expect(await messagesOf(doctor.userId)).toEqual(["Your application needs something more"]);
    const own = await callAs(db, doctor.userId, now);
    expect((await own.applications.get()).review).toEqual({
      outcome: "asked",
      reasonCode: null,
      words: "The back of the card",
    });
    const { rows } = await api.verification.queue({ show: "asked" });
    expect(rows.map(({ id }) => id)).toEqual([doctor.id]);
  });

  it("rejects with a reason, and the doctor is never found", async () => {
    const doctor = await createWaiting();
    const { api } = await aReviewer();
    await api.verification.decide({ ...(await asSeen(doctor.id)), decided: reject() });
    expect(await listed(doctor.id)).toBe(false);
    expect(
      await codeOf(api.verification.decide({ ...(await asSeen(doctor.id)), decided: verify })),
    ).toBe("ALREADY_DECIDED");
  });

  test("what was changed meanwhile is not decided about, and nothing is left behind", async () => {
    const doctor = await createWaiting();
    const { api } = await aReviewer();
    const seen = await asSeen(doctor.id);
    await db.doctor.update({
      where: { id: doctor.id },
      data: { verificationDocuments: [aDocument(), aDocument()] },
    });
    expect(await codeOf(api.verification.decide({ ...seen, decided: verify }))).toBe(
      "CHANGED_MEANWHILE",
    );
    await db.doctor.update({ where: { id: doctor.id }, data: { submittedAt: null } });
    expect(
      await codeOf(api.verification.decide({ ...(await asSeen(doctor.id)), decided: verify })),
    ).toBe("CHANGED_MEANWHILE");
    expect(await db.verificationDecision.count()).toBe(0);
    expect(await messagesOf(doctor.userId)).toEqual([]);
  });

  test("of two at once one decides", async () => {
    const doctor = await createWaiting();
    const seen = await asSeen(doctor.id);
    const reviewers = await Promise.all([aReviewer(), aReviewer("admin"), aReviewer()]);
    const answers = await Promise.allSettled(
      reviewers.map(({ api }, index) =>
        api.verification.decide({ ...seen, decided: index === 0 ? reject() : verify }),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.verificationDecision.count({ where: { status: "final" } })).toBe(1);
    expect(await messagesOf(doctor.userId)).toHaveLength(1);
  });

  it("is refused about oneself, an expired licence, and what is not there", async () => {
    const { userId, api } = await aReviewer();
    const own = await createWaiting({ userId });
    expect(
      await codeOf(api.verification.decide({ ...(await asSeen(own.id)), decided: verify })),
    ).toBe("OWN_APPLICATION");
    const expired = await createWaiting({ licenseExpiresOn: new Date("2026-10-27T00:00:00Z") });
    expect(
      await codeOf(api.verification.decide({ ...(await asSeen(expired.id)), decided: verify })),
    ).toBe("LICENCE_EXPIRED");
    const nobody = { kind: "doctor" as const, id: crypto.randomUUID() };
    expect(
      await codeOf(
        api.verification.decide({ subject: nobody, expectedRevision: 0, decided: verify }),
      ),
    ).toBe("NOT_FOUND");
  });
});

describe("two pairs of eyes", () => {
  async function firstDecision() {
    await setSecondReviewer("countries", ["US"]);
    const doctor = await createWaiting();
    const one = await aReviewer();
    const seen = await asSeen(doctor.id);
    expect(await one.api.verification.decide({ ...seen, decided: verify })).toEqual({
      status: "awaiting_second",
    });
    const { id: decisionId } = await db.verificationDecision.findFirstOrThrow();
    return { doctor, one, decisionId, subject: seen.subject };
  }
  const confirm = { answer: "confirm" } as const;

  it("takes effect with the second person, and not before", async () => {
    const { doctor, one, decisionId, subject } = await firstDecision();
    expect(await listed(doctor.id)).toBe(false);
    expect(await messagesOf(doctor.userId)).toEqual([]);
    expect(
      await codeOf(one.api.verification.answer({ subject, decisionId, answer: confirm })),
    ).toBe("NOT_ALLOWED");
    const two = await aReviewer("admin");
    await two.api.verification.answer({ subject, decisionId, answer: confirm });
    await two.api.verification.answer({ subject, decisionId, answer: confirm });
    expect(await listed(doctor.id)).toBe(true);
    expect(await messagesOf(doctor.userId)).toHaveLength(1);
    expect(await auditOf(doctor.id)).toEqual([
      ["doctor.decide-first", one.userId],
      ["doctor.verify", two.userId],
    ]);
  });

  it("is returned with words, or withdrawn by the first, and decided anew", async () => {
    const { doctor, one, decisionId, subject } = await firstDecision();
    const two = await aReviewer();
    const returned = { answer: "return", words: "The name differs." } as const;
    expect(
      await codeOf(one.api.verification.answer({ subject, decisionId, answer: returned })),
    ).toBe("NOT_ALLOWED");
    expect(
      await codeOf(
        two.api.verification.answer({ subject, decisionId, answer: { answer: "withdraw" } }),
      ),
    ).toBe("NOT_ALLOWED");
    await two.api.verification.answer({ subject, decisionId, answer: returned });
    expect(await db.verificationDecision.findFirstOrThrow()).toMatchObject({
      status: "withdrawn",
      secondedBy: two.userId,
      secondWords: "The name differs.",
    });
    expect(
      await codeOf(two.api.verification.answer({ subject, decisionId, answer: confirm })),
    ).toBe("ALREADY_DECIDED");
    await two.api.verification.decide({ ...(await asSeen(doctor.id)), decided: verify });
    const again = await db.verificationDecision.findFirstOrThrow({
      where: { status: "awaiting_second" },
    });
    await two.api.verification.answer({
      subject,
      decisionId: again.id,
      answer: { answer: "withdraw" },
    });
    expect(await db.verificationDecision.count({ where: { status: "awaiting_second" } })).toBe(0);
  });

  it("is not confirmed about what has changed, and makes way for a new decision", async () => {
    const { doctor, decisionId, subject } = await firstDecision();
    await db.user.update({ where: { id: doctor.userId }, data: { fullName: "Another Name" } });
    const two = await aReviewer();
    expect(
      await codeOf(two.api.verification.answer({ subject, decisionId, answer: confirm })),
    ).toBe("CHANGED_MEANWHILE");
    await two.api.verification.decide({ ...(await asSeen(doctor.id)), decided: verify });
    const all = await db.verificationDecision.findMany({ orderBy: { decidedAt: "asc" } });
    expect(all.map(({ status }) => status).sort()).toEqual(["awaiting_second", "withdrawn"]);
  });

  test("of a confirmation and a return at once one holds", async () => {
    const { doctor, decisionId, subject } = await firstDecision();
    const [two, three] = await Promise.all([aReviewer(), aReviewer()]);
    const answers = await Promise.allSettled([
      two.api.verification.answer({ subject, decisionId, answer: confirm }),
      three.api.verification.answer({
        subject,
        decisionId,
        answer: { answer: "return", words: "No." },
      }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { status } = await db.verificationDecision.findFirstOrThrow();
    expect(await listed(doctor.id)).toBe(status === "final");
  });

  test("of two first decisions at once one waits", async () => {
    await setSecondReviewer("always");
    const doctor = await createWaiting();
    const seen = await asSeen(doctor.id);
    const both = await Promise.all([aReviewer(), aReviewer()]);
    const answers = await Promise.allSettled(
      both.map(({ api }) => api.verification.decide({ ...seen, decided: verify })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.verificationDecision.count()).toBe(1);
  });

  it("is the database's word, too", async () => {
    const { one, decisionId, doctor } = await firstDecision();
    const second = (userId: string) =>
      db.verificationDecision.update({ where: { id: decisionId }, data: { secondedBy: userId } });
    await expect(second(one.userId)).rejects.toThrow(/verification_decisions_two_people/);
    await expect(second(doctor.userId)).rejects.toThrow(/verification_decisions_not_own/);
  });

  it("is not asked for of other countries", async () => {
    await setSecondReviewer("countries", ["DE"]);
    const doctor = await createWaiting();
    const { api } = await aReviewer();
    expect(
      await api.verification.decide({ ...(await asSeen(doctor.id)), decided: verify }),
    ).toEqual({
      status: "final",
    });
  });
});

describe("a renewal", () => {
  async function aRenewal() {
    const document = aDocument();
    const doctor = await createWaiting({
      isVerified: true,
      verifiedAt: new Date("2020-01-01T00:00:00Z"),
      licenseExpiresOn: new Date("2026-11-15T00:00:00Z"),
      verificationDocuments: [document],
    });
    const renewal = await db.licenceRenewal.create({
      data: {
        doctorId: doctor.id,
        documentId: document.id,
        expiresOn: new Date("2030-11-15T00:00:00Z"),
        handedInAt: new Date("2026-10-27T00:00:00Z"),
      },
    });
    const { expectedRevision } = await asSeen(doctor.id);
    return {
      doctor,
      renewal,
      subject: { kind: "renewal" as const, id: renewal.id },
      expectedRevision,
    };
  }

  it("stands in the queue, and its acceptance is the licence's new last day", async () => {
    const { doctor, renewal, ...seen } = await aRenewal();
    const { api } = await aReviewer();
    const { rows } = await api.verification.queue({});
    expect(rows).toMatchObject([{ kind: "renewal", id: renewal.id, doctorId: doctor.id }]);
    await api.verification.decide({ ...seen, decided: verify });
    expect(await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } })).toMatchObject({
      licenseExpiresOn: new Date("2030-11-15T00:00:00Z"),
      isVerified: true,
    });
    expect(await db.licenceRenewal.findFirstOrThrow()).toMatchObject({ status: "accepted" });
    expect(await messagesOf(doctor.userId)).toEqual(["Your renewed licence is checked"]);
  });

  it("is sent back, and the licence stays as it is", async () => {
    const { doctor, renewal: _, ...seen } = await aRenewal();
    const { api } = await aReviewer();
    await api.verification.decide({ ...seen, decided: ask("Not readable") });
    expect(await db.licenceRenewal.findFirstOrThrow()).toMatchObject({ status: "asked" });
    expect(await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } })).toMatchObject({
      licenseExpiresOn: new Date("2026-11-15T00:00:00Z"),
      isVerified: true,
    });
    expect(await codeOf(api.verification.decide({ ...seen, decided: verify }))).toBe(
      "ALREADY_DECIDED",
    );
  });

  test("of another's decision about the next one nobody is told that it was theirs", async () => {
    const { renewal, ...seen } = await aRenewal();
    const [one, two] = await Promise.all([aReviewer(), aReviewer()]);
    await one.api.verification.decide({ ...seen, decided: reject() });
    const { id: _, ...again } = renewal;
    const next = await db.licenceRenewal.create({ data: again });
    const subject = { kind: "renewal" as const, id: next.id };
    await two.api.verification.decide({ ...seen, subject, decided: verify });
    expect(await codeOf(one.api.verification.decide({ ...seen, subject, decided: reject() }))).toBe(
      "ALREADY_DECIDED",
    );
  });
});

describe("a pharmacy", () => {
  it("is verified by somebody who does not work there, and its staff are told", async () => {
    const staff = await createPharmacyStaff(db);
    await db.pharmacy.update({
      where: { id: staff.pharmacyId },
      data: { isVerified: false, verifiedAt: null },
    });
    const { pharmacyId } = staff;
    const dateLeft = new Date("2026-09-30T00:00:00Z");
    const former = await createPharmacyStaff(db, { pharmacyId, dateLeft });
    const seen = async () => {
      const { revision } = await db.pharmacy.findUniqueOrThrow({ where: { id: staff.pharmacyId } });
      return {
        subject: { kind: "pharmacy" as const, id: staff.pharmacyId },
        expectedRevision: revision,
      };
    };
    const { userId, api } = await aReviewer();
    const stale = await seen();
    await api.verification.decidePharmacy({ ...stale, decided: ask("The licence") });
    expect(await codeOf(api.verification.decidePharmacy({ ...stale, decided: verify }))).toBe(
      "CHANGED_MEANWHILE",
    );
    await api.verification.decidePharmacy({ ...(await seen()), decided: verify });
    expect(await db.pharmacy.findUniqueOrThrow({ where: { id: staff.pharmacyId } })).toMatchObject({
      isVerified: true,
      verifiedBy: userId,
      reviewOutcome: null,
    });
    expect(await messagesOf(staff.userId)).toHaveLength(2);
    expect(await messagesOf(former.userId)).toEqual([]);
    expect(
      await codeOf(api.verification.decidePharmacy({ ...(await seen()), decided: verify })),
    ).toBe("ALREADY_DECIDED");
  });
});

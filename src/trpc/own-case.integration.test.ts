import { beforeEach, describe, expect, it } from "vitest";
import type { RefusalCode } from "@/lib/refusal";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createDoctor } from "@/testing/factories/doctor";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { callPath } from "./procedures.test-support";
import { changedTables, digest, ending, ownersNow } from "./two-owners.test-support";

const db = testDatabase();

beforeEach(resetDatabase);

/** An administrator who is a doctor and works at a pharmacy, too: nobody decides about themselves. */
describe("an administrator about themselves", () => {
  async function aJudgeInTheirOwnCase() {
    const { userId } = await createAdmin(db, { accessLevel: "super_admin" });
    await createAdmin(db, { accessLevel: "super_admin" });
    const doctor = await createDoctor(db, {
      userId,
      isVerified: false,
      verifiedAt: null,
      submittedAt: new Date("2026-10-01T15:00:00Z"),
    });
    const { pharmacyId } = await createPharmacyStaff(db, { userId });
    await db.pharmacy.update({ where: { id: pharmacyId }, data: { isVerified: false } });
    const colleague = await createAdmin(db, { accessLevel: "moderator" });
    const decided = { verdict: "verify", reviewedRevision: 0, status: "awaiting_second" };
    const by = { decidedBy: colleague.userId, decidedAt: new Date("2026-10-20T15:00:00Z") };
    const [first, second] = [
      await db.verificationDecision.create({ data: { ...decided, ...by, doctorId: doctor.id } }),
      await db.verificationDecision.create({ data: { ...decided, ...by, pharmacyId } }),
    ];
    const api = await callAs(db, userId, ownersNow);
    return { api, userId, doctor, pharmacyId, decisionIds: [first.id, second.id] };
  }
  type Judge = Awaited<ReturnType<typeof aJudgeInTheirOwnCase>>;
  const revision = { expectedRevision: 0 };
  const verify = { decided: { verdict: "verify" }, ...revision };
  const confirm = { answer: { answer: "confirm" } };
  const reason = "For me";

  const refused: [path: string, input: (judge: Judge) => unknown, code: RefusalCode][] = [
    [
      "verification.decide",
      ({ doctor }) => ({ subject: { kind: "doctor", id: doctor.id }, ...verify }),
      "OWN_APPLICATION",
    ],
    [
      "verification.answer",
      ({ doctor, decisionIds: [decisionId] }) => ({
        subject: { kind: "doctor", id: doctor.id },
        decisionId,
        ...confirm,
      }),
      "OWN_APPLICATION",
    ],
    [
      "verification.assign",
      ({ doctor, userId }) => ({
        subject: { kind: "doctor", id: doctor.id },
        from: null,
        to: userId,
      }),
      "OWN_APPLICATION",
    ],
    [
      "verification.decidePharmacy",
      ({ pharmacyId }) => ({ subject: { kind: "pharmacy", id: pharmacyId }, ...verify }),
      "OWN_APPLICATION",
    ],
    [
      "verification.answerPharmacy",
      ({ pharmacyId, decisionIds: [, decisionId] }) => ({
        subject: { kind: "pharmacy", id: pharmacyId },
        decisionId,
        ...confirm,
      }),
      "OWN_APPLICATION",
    ],
    [
      "verification.assignPharmacy",
      ({ pharmacyId, userId }) => ({
        subject: { kind: "pharmacy", id: pharmacyId },
        from: null,
        to: userId,
      }),
      "OWN_APPLICATION",
    ],
    [
      "licences.suspend",
      ({ doctor }) => ({ doctorId: doctor.id, reason, ...revision }),
      "OWN_APPLICATION",
    ],
    [
      "licences.reinstate",
      ({ doctor }) => ({ doctorId: doctor.id, reason, ...revision }),
      "OWN_APPLICATION",
    ],
    ["people.deactivate", ({ userId }) => ({ userId, reason }), "NOT_ALLOWED"],
    [
      "people.changeRole",
      ({ userId }) => ({ userId, expectedRole: "admin", role: "patient", reason }),
      "NOT_ALLOWED",
    ],
    [
      "administrators.grant",
      ({ userId }) => ({
        userId,
        ...revision,
        grants: {
          accessLevel: "super_admin",
          permissions: { grant: [], deny: [] },
          allowedModules: null,
        },
        department: "",
        jobTitle: "",
        reason,
      }),
      "NOT_ALLOWED",
    ],
  ];

  it.each(refused)("is refused by %s, and nothing changes", async (path, input, code) => {
    const judge = await aJudgeInTheirOwnCase();
    const before = await digest();
    expect((await ending(callPath(judge.api, path, input(judge)))).code).toBe(code);
    expect(await changedTables(before)).toEqual([]);
  });
});

import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import type { Actor } from "@/server/actor";
import type { Identity, IdentityPort } from "@/server/ports/identity";
import { createCallerFactory } from "@/server/trpc";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createPatient } from "@/testing/factories/patient";
import { createUser, type UserOverrides } from "@/testing/factories/user";
import { completeOnboarding } from "./commands/complete-onboarding";
import { refreshEmail } from "./commands/refresh-email";
import { sendVerification } from "./commands/send-verification";
import { updateProfile } from "./commands/update-profile";
import { accountsRouter } from "./router";
import type { Onboarding } from "./schema";
import { getProfile } from "./store";

const db = testDatabase();
const now = Temporal.Instant.from("2026-11-01T12:00:00Z");

const answers: Onboarding = {
  givenName: "Ana",
  familyName: "Núñez",
  phone: "+13125550100",
  dateOfBirth: "1990-02-28",
  gender: "female",
  bloodGroup: "O+",
  allergies: ["penicillin"],
  chronicConditions: ["asthma"],
  emergencyContactName: "Bo Núñez",
  emergencyContactPhone: "+13125550101",
  emergencyContactRelationship: "partner",
  insuranceProvider: "",
  insurancePolicyNumber: "",
  address: "1 N State St\nApt 2",
  city: "Chicago",
  state: "Illinois",
  postalCode: "60602",
  country: "United States",
};

async function newcomer(overrides: UserOverrides = {}) {
  const user = await createUser(db, {
    isOnboarded: false,
    givenName: null,
    familyName: null,
    fullName: null,
    emailVerified: false,
    ...overrides,
  });
  return { userId: user.id as UserId, uid: user.firebaseUid, email: user.email };
}

const auditText = async () =>
  JSON.stringify(
    (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action, details }) => ({
      action,
      details,
    })),
  );

beforeEach(resetDatabase);

describe("onboarding", () => {
  test("writes the person and the patient, and what is on record says nothing about health", async () => {
    const actor = await newcomer();
    await completeOnboarding(db, actor, answers, now);
    expect(await getProfile(db, actor.userId)).toEqual(answers);
    expect(await db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      fullName: "Ana Núñez",
      isOnboarded: true,
    });
    const record = await auditText();
    expect(record).toContain("patient.onboard");
    for (const secret of ["penicillin", "asthma", "O+", "Bo", "1990", "+1312"])
      expect(record).not.toContain(secret);
  });

  test("what was left out is nothing in the database, not an empty text", async () => {
    const actor = await newcomer();
    const texts = Object.fromEntries(
      Object.entries(answers).map(([name, value]) => [name, typeof value === "string" ? "" : []]),
    ) as unknown as Onboarding;
    const { givenName, familyName, phone, dateOfBirth } = answers;
    await completeOnboarding(
      db,
      actor,
      { ...texts, givenName, familyName, phone, dateOfBirth },
      now,
    );
    expect(await db.patient.findUnique({ where: { userId: actor.userId } })).toMatchObject({
      gender: null,
      bloodGroup: null,
      insuranceProvider: null,
      allergies: [],
    });
  });

  test("twice at once is once", async () => {
    const actor = await newcomer();
    await Promise.all([1, 2, 3].map(() => completeOnboarding(db, actor, answers, now)));
    expect(await db.patient.count()).toBe(1);
  });

  test.each(["doctor", "admin", "pharmacy"])("is not for a %s", async (role) => {
    const actor = await newcomer({ role });
    const attempt = completeOnboarding(db, actor, answers, now);
    await expect(attempt).rejects.toMatchObject({ refusal: { code: "NOT_ALLOWED" } });
    expect(await db.patient.count()).toBe(0);
    expect(await db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      givenName: null,
      isOnboarded: false,
    });
  });

  test("is refused to someone switched off meanwhile, or gone", async () => {
    const off = await newcomer({ isActive: false });
    await expect(completeOnboarding(db, off, answers, now)).rejects.toMatchObject({
      refusal: { code: "ACCOUNT_DEACTIVATED" },
    });
    const gone = { userId: "6f1f0f9e-6a39-4bb5-9a5e-0d8f0c5b8a11" as UserId };
    await expect(completeOnboarding(db, gone, answers, now)).rejects.toMatchObject({
      refusal: { code: "SESSION_ENDED" },
    });
  });

  test("a date of birth in the future is refused beside its field", async () => {
    const actor = await newcomer();
    const attempt = completeOnboarding(db, actor, { ...answers, dateOfBirth: "2027-01-01" }, now);
    await expect(attempt).rejects.toMatchObject({
      refusal: { fields: { dateOfBirth: "birthDate" } },
    });
  });

  test("is all or nothing: where the record fails, nothing was written", async () => {
    const actor = await newcomer();
    await db.$executeRaw`ALTER TABLE audit_log ADD CONSTRAINT no_record CHECK (action <> 'patient.onboard')`;
    try {
      await expect(completeOnboarding(db, actor, answers, now)).rejects.toThrow();
    } finally {
      await db.$executeRaw`ALTER TABLE audit_log DROP CONSTRAINT no_record`;
    }
    expect(await db.patient.count()).toBe(0);
    expect(await db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      fullName: null,
      isOnboarded: false,
    });
  });
});

describe("the profile", () => {
  test("saving one section leaves the others as they are", async () => {
    const actor = await newcomer();
    await completeOnboarding(db, actor, answers, now);
    const values = { insuranceProvider: "Blue Cross", insurancePolicyNumber: "X1" };
    await updateProfile(db, actor, { section: "insurance", values }, now);
    const health = { gender: "", bloodGroup: "", allergies: [], chronicConditions: [] } as const;
    await updateProfile(
      db,
      actor,
      { section: "health", values: { ...health, allergies: [], chronicConditions: [] } },
      now,
    );
    expect(await getProfile(db, actor.userId)).toEqual({ ...answers, ...values, ...health });
    expect(await auditText()).toContain('"section":"health"');
  });

  test("a doctor's name is not changed here: it was checked", async () => {
    const actor = await newcomer({ role: "doctor" });
    const values = { givenName: "Someone", familyName: "Else", phone: "" };
    await expect(
      updateProfile(db, actor, { section: "person", values }, now),
    ).rejects.toMatchObject({ refusal: { code: "NOT_ALLOWED" } });
  });

  test("an administrator edits name and phone, and nothing that only patients have", async () => {
    const actor = await newcomer({ role: "admin" });
    const values = { givenName: "Şule", familyName: "O'Brien", phone: "" };
    await updateProfile(db, actor, { section: "person", values }, now);
    expect(await db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      fullName: "Şule O'Brien",
      phone: null,
      role: "admin",
    });
    const contact = {
      emergencyContactName: "",
      emergencyContactPhone: "",
      emergencyContactRelationship: "",
    };
    await expect(
      updateProfile(db, actor, { section: "contact", values: contact }, now),
    ).rejects.toMatchObject({ refusal: { code: "NOT_ALLOWED" } });
    expect(await db.patient.count()).toBe(0);
  });

  test("is one's own: over the API there is no way to name another's", async () => {
    const { user: other } = await createPatient(db);
    const actor = await newcomer();
    const call = callerOf({ userId: actor.userId, role: "patient" });
    await call.completeOnboarding({ ...answers, userId: other?.id } as Onboarding);
    expect(await db.user.findUnique({ where: { id: other?.id } })).toMatchObject({
      givenName: "Robin",
    });
    expect(await call.profile()).toEqual(answers);
  });

  test("wrong answers are refused with their fields before anything is asked of the database", async () => {
    const call = callerOf({ userId: (await newcomer()).userId, role: "patient" });
    const attempt = call.completeOnboarding({ ...answers, phone: "call me", familyName: " " });
    const cause = await attempt.catch((error) => error.cause);
    expect(cause).toBeInstanceOf(RefusalError);
    expect(cause.refusal.code).toBe("INVALID_INPUT");
    expect(Object.keys(cause.refusal.fields).sort()).toEqual(["familyName", "phone"]);
  });

  test("nobody signed in has none", async () => {
    const call = createCallerFactory(accountsRouter)({
      db,
      now,
      asking: { state: "anonymous" },
      address: null,
    });
    const cause = await call.profile().catch((error) => error.cause);
    expect(cause.refusal.code).toBe("SIGN_IN_REQUIRED");
  });
});

describe("the address", () => {
  const portFor = (person: Identity | null): IdentityPort & { sent: string[] } => {
    const sent: string[] = [];
    return {
      sent,
      verifyIdToken: async () => null,
      findIdentity: async (uid) => (person?.uid === uid ? person : null),
      sendVerification: vi.fn(async (uid: string, continueUrl: string) => {
        sent.push(`${uid} ${continueUrl}`);
        return "sent" as const;
      }),
    };
  };
  const identityOf = (uid: string, email: string, isEmailVerified: boolean): Identity => ({
    uid,
    email,
    isEmailVerified,
    name: null,
    photoUrl: null,
    validSince: null,
  });

  test("counts as confirmed once the identity service says so, and not before", async () => {
    const { uid, email, ...actor } = await newcomer();
    expect(await refreshEmail(db, portFor(identityOf(uid, email, false)), actor)).toEqual({
      isEmailVerified: false,
    });
    expect(await auditText()).toBe("[]");
    await refreshEmail(db, portFor(identityOf(uid, email, true)), actor);
    expect(await db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      emailVerified: true,
    });
    await refreshEmail(db, portFor(identityOf(uid, email, true)), actor);
    expect((await auditText()).match(/user\.verify-email/g)).toHaveLength(1);
  });

  test("that meanwhile belongs to another account is refused", async () => {
    const other = await createUser(db);
    const { uid, ...actor } = await newcomer();
    const attempt = refreshEmail(db, portFor(identityOf(uid, other.email, true)), actor);
    await expect(attempt).rejects.toMatchObject({ refusal: { code: "EMAIL_IN_USE" } });
  });

  test("of someone the identity service no longer knows ends the session", async () => {
    const attempt = refreshEmail(db, portFor(null), await newcomer());
    await expect(attempt).rejects.toMatchObject({ refusal: { code: "SESSION_ENDED" } });
  });

  test("gets its link with a way back that stays on this site", async () => {
    const { uid, ...actor } = await newcomer();
    const port = portFor(null);
    const siteUrl = "https://medico24.example";
    await sendVerification(db, port, actor, { next: "/book/1?at=x", siteUrl });
    await sendVerification(db, port, actor, { next: "//evil.example", siteUrl });
    expect(port.sent).toEqual([
      `${uid} https://medico24.example/auth/continue?next=%2Fbook%2F1%3Fat%3Dx`,
      `${uid} https://medico24.example/auth/continue`,
    ]);
  });

  test("gets no second link where the service wants a pause", async () => {
    const port = { ...portFor(null), sendVerification: async () => "too-many" as const };
    const attempt = sendVerification(db, port, await newcomer(), {
      next: null,
      siteUrl: "http://x",
    });
    await expect(attempt).rejects.toMatchObject({ refusal: { code: "TOO_MANY_TRIES" } });
  });
});

function callerOf(person: Pick<Actor, "userId" | "role">) {
  const actor: Actor = {
    name: "",
    email: "",
    isEmailVerified: false,
    isOnboarded: false,
    unreadMessages: 0,
    patientId: null,
    doctorId: null,
    verifiedDoctorId: null,
    practisingDoctorId: null,
    accessLevel: null,
    staff: null,
    rights: new Set(),
    ...person,
  };
  return createCallerFactory(accountsRouter)({
    db,
    now,
    asking: { state: "signed-in", actor },
    address: null,
  });
}

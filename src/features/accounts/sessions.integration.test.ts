import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";
import { findActor } from "@/server/actor";
import { withAddress } from "@/server/asked-from";
import type { Identity, IdentityPort } from "@/server/ports/identity";
import type { SessionTicket } from "@/server/session-cookie";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createUser } from "@/testing/factories/user";
import { endEverySession, endSession } from "./commands/end-session";
import { renewSession } from "./commands/renew-session";
import { signIn } from "./commands/sign-in";
import { hashOf, nextSecret } from "./tickets";

const db = testDatabase();
const siteUrl = "https://medico24.example";
const key = "a-key-for-tests";
const at = Temporal.Now.instant();
const ana: Identity = {
  uid: "uid-ana",
  email: "ana@test.medico24.example",
  isEmailVerified: false,
  name: null,
  photoUrl: null,
  validSince: null,
};

/** Vouches for the person whose uid is the token. */
function vouchFor(...people: Identity[]): IdentityPort {
  const find = async (uid: string) => people.find((person) => person.uid === uid) ?? null;
  return { verifyIdToken: find, findIdentity: find, sendVerification: async () => "sent" };
}

const enter = (person: Identity, when = at) =>
  signIn(db, vouchFor(person), { idToken: person.uid, siteUrl }, when);

const stateOf = async (ticket: SessionTicket) => (await findActor(db, ticket, at)).state;
const audits = async () =>
  (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map((entry) => entry.action);

beforeEach(resetDatabase);

describe("signing in", () => {
  test("the first time makes a patient's account, with its record", async () => {
    const ticket = await enter(ana);
    const asking = await findActor(db, ticket, at);
    expect(asking).toMatchObject({
      state: "signed-in",
      actor: { role: "patient", email: ana.email, isEmailVerified: false, isOnboarded: false },
    });
    expect(await audits()).toEqual(["user.sign-up"]);
  });

  test("the secret is stored as a hash only, for thirty days", async () => {
    const ticket = await enter(ana);
    const [token] = await db.refreshToken.findMany();
    expect(token).toMatchObject({ token: hashOf(ticket.secret), familyId: ticket.familyId });
    expect(token?.expiresAt).toEqual(new Date(at.add({ hours: 720 }).epochMilliseconds));
    expect(
      JSON.stringify(await db.auditEntry.findMany({ select: { details: true } })),
    ).not.toContain(ticket.secret);
  });

  test("the next time is the same account, its address and sign-in brought up to date", async () => {
    const first = await enter(ana);
    const second = await enter({
      ...ana,
      email: "ana.new@test.medico24.example",
      isEmailVerified: true,
    });
    expect(second.userId).toBe(first.userId);
    expect(second.familyId).not.toBe(first.familyId);
    const user = await db.user.findUniqueOrThrow({ where: { id: first.userId } });
    expect(user).toMatchObject({ email: "ana.new@test.medico24.example", emailVerified: true });
    expect(user.lastLoginAt).toEqual(new Date(at.epochMilliseconds));
    expect(await audits()).toEqual(["user.sign-up", "user.sign-in"]);
  });

  test("a name that the person gave is not replaced by the one Google has", async () => {
    await createUser(db, { firebaseUid: ana.uid, email: ana.email ?? "", fullName: "Ana Núñez" });
    const { userId } = await enter({ ...ana, name: "ana77" });
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({
      fullName: "Ana Núñez",
      role: "patient",
    });
  });

  test("two first sign-ins at once make one account", async () => {
    const tickets = await Promise.all(Array.from({ length: 8 }, () => enter(ana)));
    expect(new Set(tickets.map((ticket) => ticket.userId)).size).toBe(1);
    expect(await db.user.count()).toBe(1);
  });

  test("a token that nobody vouches for is refused, as is an account without an address", async () => {
    const nobody = signIn(db, vouchFor(), { idToken: "forged", siteUrl }, at);
    await expect(nobody).rejects.toMatchObject({ refusal: { code: "SIGN_IN_REQUIRED" } });
    await expect(enter({ ...ana, email: null })).rejects.toMatchObject({
      refusal: { code: "SIGN_IN_REQUIRED" },
    });
    expect(await db.user.count()).toBe(0);
  });

  test("an address that belongs to another identity is refused, and nothing is left behind", async () => {
    await enter(ana);
    await expect(enter({ ...ana, uid: "uid-other" })).rejects.toMatchObject({
      refusal: { code: "EMAIL_IN_USE" },
    });
    expect(await db.user.count()).toBe(1);
    expect(await db.refreshToken.count()).toBe(1);
    expect(await audits()).toEqual(["user.sign-up"]);
  });

  test("a person who was switched off does not get in, and is not touched", async () => {
    const user = await createUser(db, { firebaseUid: ana.uid, isActive: false });
    await expect(enter(ana)).rejects.toMatchObject({ refusal: { code: "ACCOUNT_DEACTIVATED" } });
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({
      email: user.email,
      lastLoginAt: null,
    });
    expect(await db.refreshToken.count()).toBe(0);
    expect(await audits()).toEqual([]);
  });

  test("of an administrator is counted, with the address it came from", async () => {
    const { userId } = await createAdmin(db, {
      user: { firebaseUid: ana.uid, email: ana.email ?? "" },
    });
    await withAddress("192.0.2.7", () => enter(ana));
    await withAddress("2001:db8::7", () => enter(ana));
    expect(await db.admin.findUnique({ where: { userId } })).toMatchObject({
      loginCount: 2,
      lastLoginIp: "2001:db8::7",
      revision: 0,
    });
    await enter(ana);
    const admin = await db.admin.findUniqueOrThrow({ where: { userId } });
    expect(admin).toMatchObject({ loginCount: 3, lastLoginIp: null });
    const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ address }) => address)).toEqual(["192.0.2.7", "2001:db8::7", null]);
  });

  test("after a new password the next sign-in ends every session opened before it", async () => {
    const old = await enter(ana);
    const renewedSince = await enter(ana);
    const validSince = at.add({ minutes: 10 });
    const next = await renewSession(db, renewedSince, at.add({ minutes: 20 }), key);
    const bo = await enter({ ...ana, uid: "uid-bo", email: "bo@test.medico24.example" });
    const after = await enter({ ...ana, validSince }, at.add({ minutes: 30 }));
    const again = await enter({ ...ana, validSince }, at.add({ minutes: 40 }));
    expect(await stateOf(old)).toBe("ended");
    expect(next && (await stateOf(next))).toBe("ended");
    for (const ticket of [bo, after, again]) expect(await stateOf(ticket)).toBe("signed-in");
    const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map((entry) => entry.details)).toEqual(
      [false, false, false, true, false].map((endedOtherSessions) => ({ endedOtherSessions })),
    );
  });
});

describe("a session while it lasts", () => {
  test("renewal keeps the session, and the old secret is marked", async () => {
    const ticket = await enter(ana);
    const later = at.add({ minutes: 20 });
    const next = await renewSession(db, ticket, later, key);
    expect(next).toEqual({
      ...ticket,
      secret: nextSecret(ticket.secret, key),
      rotatedAt: later.epochMilliseconds,
    });
    expect(await db.refreshToken.count({ where: { rotatedAt: null } })).toBe(1);
    expect(next && (await stateOf(next))).toBe("signed-in");
  });

  test("requests in flight together all get the same successor", async () => {
    const ticket = await enter(ana);
    const later = at.add({ minutes: 20 });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => renewSession(db, ticket, later, key)),
    );
    expect(new Set(answers.map((answer) => answer?.secret)).size).toBe(1);
    expect(await db.refreshToken.count()).toBe(2);
  });

  test("an answer lost on the way is made good within a minute", async () => {
    const ticket = await enter(ana);
    const later = at.add({ minutes: 20 });
    const lost = await renewSession(db, ticket, later, key);
    const again = await renewSession(db, ticket, later.add({ seconds: 60 }), key);
    expect(again).toEqual(lost);
    expect(await db.refreshToken.count()).toBe(2);
  });

  test("an old secret used again ends the session for both who hold it, on the record", async () => {
    const ticket = await enter(ana);
    const other = await enter(ana);
    const later = at.add({ minutes: 20 });
    const next = await renewSession(db, ticket, later, key);
    expect(await renewSession(db, ticket, later.add({ seconds: 61 }), key)).toBeNull();
    expect(next && (await stateOf(next))).toBe("ended");
    expect(next && (await renewSession(db, next, later.add({ hours: 1 }), key))).toBeNull();
    expect(await stateOf(other)).toBe("signed-in");
    expect(await audits()).toContain("user.session-reuse-detected");
  });

  test("a secret we never gave out ends the family it claims to be of", async () => {
    const ticket = await enter(ana);
    expect(await renewSession(db, { ...ticket, secret: "guessed" }, at, key)).toBeNull();
    expect(await stateOf(ticket)).toBe("ended");
  });

  test("unused for thirty days it is over", async () => {
    const ticket = await enter(ana);
    expect(await renewSession(db, ticket, at.add({ hours: 720 }), key)).toBeNull();
    await db.refreshToken.updateMany({ data: { expiresAt: new Date(at.epochMilliseconds - 1) } });
    expect(await stateOf(ticket)).toBe("ended");
  });

  test("used every fortnight it goes on", async () => {
    let ticket: SessionTicket | null = await enter(ana);
    for (const days of [14, 28, 42, 56]) {
      ticket = ticket && (await renewSession(db, ticket, at.add({ hours: days * 24 }), key));
      expect(ticket).not.toBeNull();
    }
  });

  test("of the secrets it has had, those of the last day are kept", async () => {
    let ticket: SessionTicket | null = await enter(ana);
    const first = ticket;
    for (const hours of [1, 2, 3, 26, 27])
      ticket = ticket && (await renewSession(db, ticket, at.add({ hours }), key));
    const kept = await db.refreshToken.findMany({ orderBy: { expiresAt: "asc" } });
    const renewed = kept.map((token) => token.rotatedAt?.getTime() ?? null);
    const expected = [3, 26, 27].map((hours) => at.add({ hours }).epochMilliseconds);
    expect(renewed).toEqual([...expected, null]);
    expect(await renewSession(db, first, at.add({ hours: 28 }), key)).toBeNull();
    expect(ticket && (await stateOf(ticket))).toBe("ended");
  });

  test("someone else's family is not this person's session", async () => {
    const ticket = await enter(ana);
    const { id } = await createUser(db);
    expect(await stateOf({ ...ticket, userId: id })).toBe("ended");
    expect(await renewSession(db, { ...ticket, userId: id }, at, key)).toBeNull();
    expect(await stateOf(ticket)).toBe("signed-in");
  });

  test("a person switched off is out at once, whatever the cookie says", async () => {
    const ticket = await enter(ana);
    await db.user.update({ where: { id: ticket.userId }, data: { isActive: false } });
    expect(await stateOf(ticket)).toBe("deactivated");
  });
});

describe("signing out", () => {
  test("ends this session and no other, for good", async () => {
    const here = await enter(ana);
    const there = await enter(ana);
    await endSession(db, here, at);
    expect(await stateOf(here)).toBe("ended");
    expect(await renewSession(db, here, at.add({ minutes: 20 }), key)).toBeNull();
    expect(await stateOf(there)).toBe("signed-in");
    await endSession(db, here, at);
    await endSession(db, null, at);
    expect((await audits()).filter((action) => action === "user.sign-out")).toHaveLength(1);
  });

  test("everywhere ends all of one's own, and nobody else's", async () => {
    const tickets = [await enter(ana), await enter(ana)];
    const bo = await enter({ ...ana, uid: "uid-bo", email: "bo@test.medico24.example" });
    await endEverySession(db, (await actorOf(tickets[0])) ?? never(), at);
    for (const ticket of tickets) expect(await stateOf(ticket)).toBe("ended");
    expect(await stateOf(bo)).toBe("signed-in");
    expect(await audits()).toContain("user.sign-out-everywhere");
  });
});

async function actorOf(ticket: SessionTicket | undefined) {
  const asking = await findActor(db, ticket ?? null, at);
  return asking.state === "signed-in" ? asking.actor : null;
}

function never(): never {
  throw new Error("nobody is signed in");
}

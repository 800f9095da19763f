import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";
import type { Identity, IdentityPort } from "@/server/ports/identity";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { createUser } from "@/testing/factories/user";
import { signIn } from "./commands/sign-in";

const db = testDatabase();
const at = Temporal.Now.instant();
const email = "ana.silva@test.medico24.example";
const ana: Identity = {
  uid: "uid-ana",
  email,
  isEmailVerified: true,
  name: "ana77",
  photoUrl: null,
  validSince: null,
};

let sent: string[][];
let answer: "sent" | "too-many";

const enter = (person: Identity) => {
  const find = async () => person;
  const identity: IdentityPort = {
    verifyIdToken: find,
    findIdentity: find,
    sendVerification: async (uid, continueUrl) => {
      sent.push([uid, continueUrl]);
      return answer;
    },
  };
  return signIn(db, identity, { idToken: person.uid, siteUrl: "https://medico24.example" }, at);
};

let imported: string;
const uidNow = async () =>
  (await db.user.findUniqueOrThrow({ where: { id: imported } })).firebaseUid;

beforeEach(async () => {
  sent = [];
  answer = "sent";
  await resetDatabase();
  const user = { email, emailVerified: false, firebaseUid: "import:1", fullName: "Ana Silva" };
  imported = (await createDoctor(db, { isVerified: false, user })).userId;
});

test("an imported account becomes whose address it is, once that is confirmed", async () => {
  expect((await enter(ana)).userId).toBe(imported);
  const user = await db.user.findUniqueOrThrow({ where: { id: imported } });
  expect(user).toMatchObject({ firebaseUid: ana.uid, emailVerified: true, fullName: "Ana Silva" });
  expect(user.role).toBe("doctor");
  expect((await enter(ana)).userId).toBe(imported);
  expect(await db.user.count()).toBe(1);
});

test("two first sign-ins at once both come into it", async () => {
  const tickets = await Promise.all([enter(ana), enter(ana), enter(ana)]);
  expect(tickets.map(({ userId }) => userId)).toEqual([imported, imported, imported]);
  expect(await db.user.count()).toBe(1);
});

test("nobody takes it with an address that is not confirmed, but is sent what confirms it", async () => {
  const there = "https://medico24.example/sign-in";
  for (const uid of ["uid-ana", "uid-eve"]) {
    const entering = enter({ ...ana, uid, isEmailVerified: false });
    await expect(entering).rejects.toThrow("CONFIRM_EMAIL_FIRST");
    expect(sent.at(-1)).toEqual([uid, there]);
  }
  answer = "too-many";
  await expect(enter({ ...ana, isEmailVerified: false })).rejects.toThrow("TOO_MANY_TRIES");
  expect(await uidNow()).toBe("import:1");
});

test("nor somebody who has an account of another address, and nor is a claimed one taken again", async () => {
  await createUser(db, { firebaseUid: "uid-eve" });
  await expect(enter({ ...ana, uid: "uid-eve" })).rejects.toThrow("EMAIL_IN_USE");
  expect(await uidNow()).toBe("import:1");
  await enter(ana);
  await expect(enter({ ...ana, uid: "uid-mallory" })).rejects.toThrow("EMAIL_IN_USE");
  expect(await uidNow()).toBe(ana.uid);
});

test("one that is switched off stays what it is", async () => {
  await db.user.update({ where: { id: imported }, data: { isActive: false } });
  await expect(enter(ana)).rejects.toThrow("ACCOUNT_DEACTIVATED");
  expect(await uidNow()).toBe("import:1");
});

import { execFile } from "node:child_process";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createAppointment } from "@/testing/factories/appointment";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { createSession } from "@/testing/factories/session";
import { createUser } from "@/testing/factories/user";
import { type MakeOutcome, makeAdministrator } from "./commands/make-administrator";

const db = testDatabase();
const email = "first@test.medico24.example";

beforeEach(resetDatabase);

/** `npm run admin:create` as a process of its own. */
function adminCreate(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: inject("databaseUrl") };
  const command = ["--import", "tsx", "scripts/admin-create.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

describe("npm run admin:create", () => {
  it("makes an existing account a super admin's, on the record, with all sessions ended", async () => {
    const { userId } = await createPatient(db, { user: { email } });
    await createSession(db, { userId: userId ?? "" });
    const { code, said } = await adminCreate("--email", "First@test.medico24.example");
    expect(said).toContain("is an administrator now, of level super_admin");
    expect(code).toBe(0);
    expect(await db.user.findUnique({ where: { email }, include: { admin: true } })).toMatchObject({
      role: "admin",
      isOnboarded: true,
      admin: { accessLevel: "super_admin", permissions: null },
    });
    expect(await db.refreshToken.count({ where: { isRevoked: { not: true } } })).toBe(0);
    expect(await db.auditEntry.findMany()).toMatchObject([
      { actorUserId: null, action: "administrator.create", subjectId: userId },
    ]);
    // What it cannot do it says, and changes nothing.
    const again = await adminCreate("--email", email);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining("already") });
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("makes one of another level, and says what it takes", async () => {
    await createUser(db, { email });
    expect(await adminCreate("--email", email, "--level", "king")).toMatchObject({
      code: 1,
      said: expect.stringContaining("support, moderator, admin, super_admin"),
    });
    expect(await adminCreate()).toMatchObject({
      code: 1,
      said: expect.stringContaining("--email"),
    });
    expect((await adminCreate("--email", email, "--level", "support")).code).toBe(0);
    expect(await db.admin.findMany()).toMatchObject([{ accessLevel: "support" }]);
  });

  const others: [what: string, make: () => Promise<unknown>, outcome: MakeOutcome][] = [
    ["nobody", async () => {}, "unknown"],
    [
      "an address not confirmed",
      () => createUser(db, { email, emailVerified: false }),
      "unconfirmed",
    ],
    ["an account switched off", () => createUser(db, { email, isActive: false }), "off"],
    ["an administrator", () => createAdmin(db, { user: { email } }), "alreadyOne"],
    ["a doctor", () => createDoctor(db, { user: { email } }), "otherRole"],
    ["pharmacy staff", () => createPharmacyStaff(db, { user: { email } }), "otherRole"],
    [
      "somebody with appointments ahead",
      async () => {
        const { id } = await createPatient(db, { user: { email } });
        await createAppointment(db, { patientId: id });
      },
      "hasAppointments",
    ],
  ];
  it.each(others)("makes none of %s", async (_, make, outcome) => {
    await make();
    const at = Temporal.Now.instant();
    const made = makeAdministrator(db, { email, level: "super_admin" }, { now: at, realNow: at });
    expect(await made).toBe(outcome);
    expect(await db.auditEntry.count()).toBe(0);
    expect(await db.admin.count({ where: { accessLevel: "super_admin" } })).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Grants, Right } from "@/lib/rights";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { violatedConstraint } from "@/server/violation";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { type AdminOverrides, createAdmin } from "@/testing/factories/admin";
import { createUser } from "@/testing/factories/user";
import { refusalFrom } from "@/testing/refusals";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);

beforeEach(resetDatabase);

async function admin(accessLevel: string, overrides: AdminOverrides = {}) {
  const { userId } = await createAdmin(db, { accessLevel, ...overrides });
  return { userId, api: await callAs(db, userId, now) };
}

const plain = (accessLevel: Grants["accessLevel"]) => ({
  accessLevel,
  permissions: { grant: [] as Right[], deny: [] as Right[] },
  allowedModules: null,
});
const words = { department: "Operations", jobTitle: "", reason: "Joins the team." };
const giving = (userId: string, grants = plain("moderator"), expectedRevision = 0) => ({
  userId,
  expectedRevision,
  grants,
  ...words,
});

describe("giving rights", () => {
  it("counts at the next request of who has them, is told, and is on the record", async () => {
    const [head, newcomer] = [await admin("super_admin"), await admin("standard")];
    expect((await refusalFrom(newcomer.api.reviews.moderation({ show: "all" }))).code).toBe(
      "NOT_ALLOWED",
    );
    await head.api.administrators.grant(giving(newcomer.userId));
    const again = await callAs(db, newcomer.userId, now);
    expect(await again.reviews.moderation({ show: "all" })).toMatchObject({ reviews: [] });
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { action: "administrator.grant" },
    });
    expect(entry).toMatchObject({ actorUserId: head.userId, subjectId: newcomer.userId });
    expect(entry.details).toMatchObject({
      reason: words.reason,
      before: { accessLevel: null },
      after: { accessLevel: "moderator", department: "Operations" },
    });
    expect(await db.notification.count({ where: { userId: newcomer.userId } })).toBe(1);

    await head.api.administrators.grant(
      giving(
        newcomer.userId,
        {
          ...plain("moderator"),
          permissions: { grant: ["people.role"], deny: ["reviews.moderate"] },
        },
        1,
      ),
    );
    const narrowed = await callAs(db, newcomer.userId, now);
    expect((await refusalFrom(narrowed.reviews.moderation({ show: "all" }))).code).toBe(
      "NOT_ALLOWED",
    );
    expect(await narrowed.people.findPharmacies({ text: "x" })).toEqual([]);
  });

  it.each(["support", "moderator", "admin"])("is not for the level %s", async (level) => {
    const [one, other] = [await admin(level), await admin("standard")];
    const call = one.api.administrators.grant(giving(other.userId, plain("support")));
    expect((await refusalFrom(call)).code).toBe("NOT_ALLOWED");
  });

  it("never gives more than one has, and touches neither oneself nor who has more", async () => {
    const deputy = await admin("admin", {
      permissions: { grant: ["administrators.grant", "administrators.read"], deny: [] },
    });
    const [head, other] = [await admin("super_admin"), await admin("support")];
    const give = (userId: string, grants: ReturnType<typeof plain>) =>
      refusalFrom(deputy.api.administrators.grant(giving(userId, grants)));
    expect((await give(other.userId, plain("super_admin"))).code).toBe("GRANTS_TOO_MUCH");
    const beyond = plain("admin");
    beyond.permissions.grant.push("settings.edit");
    expect((await give(other.userId, beyond)).code).toBe("GRANTS_TOO_MUCH");
    expect((await give(deputy.userId, plain("support"))).code).toBe("NOT_ALLOWED");
    expect((await give(head.userId, plain("support"))).code).toBe("NOT_ALLOWED");
    await deputy.api.administrators.grant(giving(other.userId, plain("admin")));
    expect(await db.admin.findUnique({ where: { userId: other.userId } })).toMatchObject({
      accessLevel: "admin",
      permissions: null,
      allowedModules: null,
    });
  });

  it("refuses what was changed meanwhile, whom it is not about, and nonsense", async () => {
    const [head, other] = [await admin("super_admin"), await admin("support")];
    await head.api.administrators.grant(giving(other.userId));
    const stale = head.api.administrators.grant(giving(other.userId, plain("admin")));
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    const { id } = await createUser(db);
    const stranger = head.api.administrators.grant(giving(id));
    expect((await refusalFrom(stranger)).code).toBe("NOT_FOUND");
    const narrow = {
      ...plain("super_admin"),
      permissions: { grant: [], deny: ["people.read" as const] },
    };
    const call = head.api.administrators.grant(giving(other.userId, narrow, 1));
    expect((await refusalFrom(call)).code).toBe("INVALID_INPUT");
    const both = { grant: ["people.read" as const], deny: ["people.read" as const] };
    const odd = head.api.administrators.grant(
      giving(other.userId, { ...plain("admin"), permissions: both }, 1),
    );
    expect((await refusalFrom(odd)).code).toBe("INVALID_INPUT");
  });

  it("to one person by two at once is done once", async () => {
    const [one, two] = [await admin("super_admin"), await admin("super_admin")];
    const other = await admin("support");
    const outcomes = await Promise.allSettled([
      one.api.administrators.grant(giving(other.userId, plain("moderator"))),
      two.api.administrators.grant(giving(other.userId, plain("admin"))),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.auditEntry.count({ where: { action: "administrator.grant" } })).toBe(1);
  });
});

describe("the last super admin", () => {
  const superAdmins = () => db.admin.count({ where: { accessLevel: "super_admin" } });

  it("remains, whichever of two takes the level from the other first", async () => {
    for (let round = 0; round < 8; round++) {
      await resetDatabase();
      const [one, two] = [await admin("super_admin"), await admin("super_admin")];
      const outcomes = await Promise.allSettled([
        one.api.administrators.grant(giving(two.userId, plain("admin"))),
        two.api.administrators.grant(giving(one.userId, plain("admin"))),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await superAdmins()).toBe(1);
    }
  });

  it("remains, whoever takes the level away past the application", async () => {
    const [one, two] = [await admin("super_admin"), await admin("super_admin")];
    const demote = ({ userId }: { userId: string }) =>
      db.admin.update({ where: { userId }, data: { accessLevel: "admin" } });
    const outcomes = await Promise.allSettled([demote(one), demote(two)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await superAdmins()).toBe(1);
  });

  it("cannot be narrowed in the database either", async () => {
    const { userId } = await admin("super_admin");
    const narrowing = db.admin.update({ where: { userId }, data: { allowedModules: ["people"] } });
    expect(violatedConstraint(await narrowing.catch((error: unknown) => error))).toBe(
      "admins_super_admin_is_whole",
    );
  });
});

describe("the list of administrators", () => {
  it("has them by name, page by page, with their sign-ins", async () => {
    const head = await admin("super_admin", { loginCount: 3, lastLoginIp: "2001:db8::1" });
    for (let index = 0; index < 50; index++)
      await createAdmin(db, { user: { fullName: `A ${String(index).padStart(2, "0")}` } });
    const first = await head.api.administrators.list({});
    expect(first.administrators).toHaveLength(50);
    const { administrators, next } = await head.api.administrators.list({
      after: first.next ?? undefined,
    });
    expect(next).toBeNull();
    expect(administrators).toMatchObject([
      { userId: head.userId, loginCount: 3, lastLoginIp: "2001:db8::1", revision: 0 },
    ]);
  });

  it("has nobody who is an administrator no more", async () => {
    const head = await admin("super_admin");
    await createAdmin(db, { user: { role: "patient" } });
    expect((await head.api.administrators.list({})).administrators).toHaveLength(1);
  });
});

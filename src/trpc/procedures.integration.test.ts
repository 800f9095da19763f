import { beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { effectiveRights, type Grants } from "@/lib/rights";
import { parseInstant } from "@/lib/time/instant";
import { adminPolicy } from "@/server/admin-policy";
import { refusalOf } from "@/server/trpc";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { createUser } from "@/testing/factories/user";
import { callPath, isForAdministrators, paths } from "./procedures.test-support";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z");
if (!now) throw new Error("a test without a clock");

const everyone = [
  "anonymous",
  "deactivated patient",
  "patient without profile",
  "patient",
  "unverified doctor",
  "doctor",
  "doctor with ended licence",
  "pharmacy",
  "deactivated administrator",
  "former administrator",
  "standard administrator",
  "administrator with unreadable rights",
  "support",
  "support with two rights more",
  "moderator",
  "moderator without two rights",
  "admin",
  "admin of two modules",
  "super_admin",
] as const;
type Who = (typeof everyone)[number];

const all: readonly Who[] = everyone;
const nobody: readonly Who[] = ["anonymous", "deactivated patient", "deactivated administrator"];
const signedIn = all.filter((who) => !nobody.includes(who));

const plain = { permissions: { grant: [], deny: [] }, allowedModules: null };

/** Administrators with any right at all, by what was granted to them. */
const administrators: Partial<Record<Who, Grants>> = {
  support: { ...plain, accessLevel: "support" },
  "support with two rights more": {
    ...plain,
    accessLevel: "support",
    permissions: { grant: ["clinics.edit", "settings.edit"], deny: [] },
  },
  moderator: { ...plain, accessLevel: "moderator" },
  "moderator without two rights": {
    ...plain,
    accessLevel: "moderator",
    permissions: { grant: ["doctors.verify"], deny: ["doctors.verify", "people.read"] },
  },
  admin: { ...plain, accessLevel: "admin" },
  "admin of two modules": {
    accessLevel: "admin",
    permissions: { grant: ["settings.edit"], deny: [] },
    allowedModules: ["people", "overview"],
  },
  super_admin: { ...plain, accessLevel: "super_admin" },
};

/** Who may call a procedure of the policy table: by what they hold, which is written nowhere else. */
function withRightFor(path: string): readonly Who[] {
  const right = adminPolicy[path];
  return all.filter((who) => {
    const grants = administrators[who];
    return right && grants && effectiveRights(grants).has(right);
  });
}

const ownPractice: readonly Who[] = ["unverified doctor", "doctor", "doctor with ended licence"];
/** Also once the licence has ended: for the visits that were. */
const practising: readonly Who[] = ["doctor", "doctor with ended licence"];

/**
 * Who may call what, of all that is not for administrators: for those the policy table decides. A
 * procedure that is in neither fails the test: nobody forgets to decide.
 */
const mayCall: Record<string, readonly Who[]> = {
  "accounts.profile": signedIn,
  "accounts.completeOnboarding": signedIn,
  "accounts.updateProfile": signedIn,
  "accounts.sendVerification": signedIn,
  "accounts.refreshEmail": signedIn,
  "accounts.signOut": all,
  "accounts.signOutEverywhere": signedIn,
  "agenda.range": practising,
  "agenda.visit": practising,
  "agenda.take": practising,
  "agenda.cancel": practising,
  "agenda.move": ["doctor"],
  "agenda.propose": ["doctor"],
  "agenda.write": practising,
  "agenda.walkIn": ["doctor"],
  "agenda.findPatients": ["doctor"],
  "agenda.delay": ["doctor"],
  "agenda.unblock": practising,
  "agenda.changes": practising,
  "applications.hasVisits": signedIn,
  "applications.begin": signedIn,
  "applications.get": ownPractice,
  "applications.save": ownPractice,
  "applications.submit": ownPractice,
  "applications.addDocument": ownPractice,
  "applications.removeDocument": ownPractice,
  "applications.document": ownPractice,
  "appointments.prepare": ["patient"],
  "appointments.book": ["patient"],
  "appointments.move": ["patient"],
  "appointments.moveTimes": ["patient"],
  "appointments.cancel": ["patient"],
  "appointments.proposal": ["patient"],
  "appointments.acceptProposal": ["patient"],
  "appointments.declineProposal": ["patient"],
  "appointments.get": ["patient"],
  "appointments.share": ["patient"],
  "appointments.list": ["patient"],
  "clinics.get": all,
  "clinics.list": all,
  "doctors.search": all,
  "doctors.get": all,
  "doctors.facets": all,
  "doctors.slugs": all,
  "duty.around": all,
  "duty.get": all,
  "duty.upcoming": ["pharmacy"],
  "feeds.mine": ownPractice,
  "feeds.renew": ["doctor"],
  "feeds.revoke": ownPractice,
  "insights.read": ownPractice,
  "licences.own": ownPractice,
  "licences.handIn": ownPractice,
  "licences.withdraw": ownPractice,
  "notifications.list": signedIn,
  "notifications.markAllRead": signedIn,
  "pharmacies.count": all,
  "pharmacies.slugs": all,
  "pharmacies.get": all,
  "pharmacies.insurers": all,
  "pharmacies.markers": all,
  "pharmacies.search": all,
  "pharmacyReports.own": ["pharmacy"],
  "pharmacyReports.report": all,
  "pharmacyStaff.joining": signedIn,
  "pharmacyStaff.find": signedIn,
  "pharmacyStaff.pharmacyToClaim": signedIn,
  "pharmacyStaff.claim": signedIn,
  "pharmacyStaff.propose": signedIn,
  "pharmacyStaff.withdrawClaim": signedIn,
  "pharmacyStaff.isInvited": signedIn,
  "pharmacyStaff.acceptInvitation": signedIn,
  "pharmacyStaff.invitation": all,
  "pharmacyStaff.room": ["pharmacy"],
  "pharmacyStaff.confirmHours": ["pharmacy"],
  "pharmacyStaff.saveHours": ["pharmacy"],
  "pharmacyStaff.profile": ["pharmacy"],
  "pharmacyStaff.saveProfile": ["pharmacy"],
  "pharmacyStaff.colleagues": ["pharmacy"],
  "pharmacyStaff.changeColleague": ["pharmacy"],
  "pharmacyStaff.removeColleague": ["pharmacy"],
  "pharmacyStaff.leave": ["pharmacy"],
  "pharmacyStaff.invite": ["pharmacy"],
  "pharmacyStaff.withdrawInvitation": ["pharmacy"],
  "places.suggest": all,
  "places.resolve": all,
  "practice.clinics": ownPractice,
  "practice.association": ownPractice,
  "practice.hours": ownPractice,
  "practice.findClinics": ownPractice,
  "practice.clinicToJoin": ownPractice,
  "practice.describePlace": ownPractice,
  "practice.joinClinic": ownPractice,
  "practice.proposeClinic": ownPractice,
  "practice.updateAssociation": ownPractice,
  "registry.zoneAt": signedIn,
  "reviews.answer": ["doctor"],
  "reviews.ofDoctor": all,
  "reviews.ofVisit": ["patient"],
  "reviews.own": ownPractice,
  "reviews.stars": all,
  "reviews.write": ["patient"],
  "practice.timeOff": ownPractice,
  "practice.preview": ownPractice,
  "practice.save": ownPractice,
  "schedules.slots": all,
};

const closedDoor = [
  "SIGN_IN_REQUIRED",
  "SESSION_ENDED",
  "ACCOUNT_DEACTIVATED",
  "ONBOARDING_REQUIRED",
  "NOT_ALLOWED",
];

async function userFor(who: Who): Promise<string | null> {
  switch (who) {
    case "anonymous":
      return null;
    case "deactivated patient": {
      const { userId } = await createPatient(db);
      await db.user.update({ where: { id: userId ?? "" }, data: { isActive: false } });
      return userId;
    }
    case "patient without profile":
      return (await createUser(db, { role: "patient" })).id;
    case "patient":
      return (await createPatient(db)).userId;
    case "unverified doctor":
      return (await createDoctor(db, { isVerified: false, verifiedAt: null })).userId;
    case "doctor":
      return (await createDoctor(db)).userId;
    case "doctor with ended licence":
      return (await createDoctor(db, { licenseExpiresOn: new Date("2026-10-20") })).userId;
    case "pharmacy":
      return (await createPharmacyStaff(db)).userId;
    case "deactivated administrator":
      return (await createAdmin(db, { accessLevel: "admin", user: { isActive: false } })).userId;
    case "former administrator":
      return (await createAdmin(db, { accessLevel: "admin", user: { role: "patient" } })).userId;
    case "standard administrator":
      return (await createAdmin(db, { accessLevel: "standard" })).userId;
    case "administrator with unreadable rights":
      return (await createAdmin(db, { accessLevel: "admin", permissions: { grant: ["all"] } }))
        .userId;
    default:
      return createGranted(who);
  }
}

async function createGranted(who: Who): Promise<string> {
  const { accessLevel, permissions, allowedModules } = administrators[who] ?? {};
  const isWhole = !permissions?.grant.length && !permissions?.deny.length;
  const admin = await createAdmin(db, {
    accessLevel: accessLevel ?? "",
    permissions:
      isWhole || !permissions ? Prisma.DbNull : ({ ...permissions } as Prisma.InputJsonObject),
    allowedModules: allowedModules ? [...allowedModules] : Prisma.DbNull,
  });
  return admin.userId;
}

const callers = new Map<Who, Awaited<ReturnType<typeof callAs>>>();

beforeAll(async () => {
  await resetDatabase();
  for (const who of everyone) callers.set(who, await callAs(db, await userFor(who), now));
});

/** Whether the gate lets someone through; what is behind it may still refuse the empty input. */
async function isLetIn(who: Who, path: string): Promise<boolean> {
  try {
    await callPath(callers.get(who), path, {});
    return true;
  } catch (error) {
    return !closedDoor.includes(refusalOf(error).code);
  }
}

describe("every procedure of the app", () => {
  it("has been decided about, in one of the two tables", () => {
    expect(paths).toEqual([...Object.keys(mayCall), ...Object.keys(adminPolicy)].sort());
    expect(paths.filter(isForAdministrators)).toEqual(Object.keys(adminPolicy).sort());
  });

  it.each(paths)("%s lets in exactly those it is for", async (path) => {
    const letIn: Who[] = [];
    for (const who of everyone) if (await isLetIn(who, path)) letIn.push(who);
    expect(letIn).toEqual(mayCall[path] ?? withRightFor(path));
  });
});

describe("the levels of administrators", () => {
  const letIn = async (path: string) => {
    const found: Who[] = [];
    for (const who of ["support", "moderator", "admin", "super_admin"] as const)
      if (await isLetIn(who, path)) found.push(who);
    return found[0];
  };

  it.each([
    ["people.list", "support"],
    ["audit.list", "support"],
    ["figures.read", "support"],
    ["verification.decide", "moderator"],
    ["registry.createClinic", "admin"],
    ["people.deactivate", "admin"],
    ["administrators.grant", "super_admin"],
  ])("begin for %s with %s, as the product says", async (path, least) => {
    expect(await letIn(path)).toBe(least);
  });
});

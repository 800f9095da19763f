import { beforeAll, describe, expect, it } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { refusalOf } from "@/server/trpc";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { createUser } from "@/testing/factories/user";
import { appRouter } from "./root";

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
  "support",
  "moderator",
  "admin",
  "super_admin",
] as const;
type Who = (typeof everyone)[number];

const all: readonly Who[] = everyone;
const signedIn = all.filter((who) => who !== "anonymous" && who !== "deactivated patient");
const administrators: readonly Who[] = ["support", "moderator", "admin", "super_admin"];

const ownPractice: readonly Who[] = ["unverified doctor", "doctor", "doctor with ended licence"];
/** Also once the licence has ended: for the visits that were. */
const practising: readonly Who[] = ["doctor", "doctor with ended licence"];

/** Who may call what. A procedure that is not here fails the test: nobody forgets to decide. */
const mayCall: Record<string, readonly Who[]> = {
  "accounts.profile": signedIn,
  "accounts.completeOnboarding": signedIn,
  "accounts.updateProfile": signedIn,
  "accounts.sendVerification": signedIn,
  "accounts.refreshEmail": signedIn,
  "accounts.signOut": all,
  "accounts.signOutEverywhere": signedIn,
  "admin.overview": administrators,
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
  "audit.actions": administrators,
  "audit.entry": administrators,
  "audit.export": ["admin", "super_admin"],
  "audit.list": administrators,
  "audit.newest": administrators,
  "clinics.get": all,
  "clinics.list": all,
  "doctors.search": all,
  "doctors.get": all,
  "doctors.facets": all,
  "doctors.slugs": all,
  "feeds.mine": ownPractice,
  "feeds.renew": ["doctor"],
  "feeds.revoke": ownPractice,
  "figures.read": administrators,
  "insights.read": ownPractice,
  "licences.own": ownPractice,
  "licences.handIn": ownPractice,
  "licences.withdraw": ownPractice,
  "licences.standing": ["moderator", "admin", "super_admin"],
  "licences.suspend": ["moderator", "admin", "super_admin"],
  "licences.reinstate": ["moderator", "admin", "super_admin"],
  "licences.unserved": ["moderator", "admin", "super_admin"],
  "licences.decide": ["moderator", "admin", "super_admin"],
  "notifications.list": signedIn,
  "notifications.markAllRead": signedIn,
  "people.list": administrators,
  "people.get": administrators,
  "people.deactivate": ["admin", "super_admin"],
  "people.activate": ["admin", "super_admin"],
  "people.changeRole": ["admin", "super_admin"],
  "people.findPharmacies": ["admin", "super_admin"],
  "people.appointments": administrators,
  "people.appointment": administrators,
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
  "reviews.answer": ["doctor"],
  "reviews.hide": ["moderator", "admin", "super_admin"],
  "reviews.moderation": ["moderator", "admin", "super_admin"],
  "registry.clinics": ["admin", "super_admin"],
  "registry.clinic": ["admin", "super_admin"],
  "registry.createClinic": ["admin", "super_admin"],
  "registry.updateClinic": ["admin", "super_admin"],
  "registry.changeClinicStatus": ["admin", "super_admin"],
  "registry.approveClinic": ["admin", "super_admin"],
  "registry.declineClinic": ["admin", "super_admin"],
  "registry.mergePair": ["admin", "super_admin"],
  "registry.mergeClinics": ["admin", "super_admin"],
  "registry.pharmacy": ["admin", "super_admin"],
  "registry.createPharmacy": ["admin", "super_admin"],
  "registry.updatePharmacy": ["admin", "super_admin"],
  "registry.zoneAt": administrators,
  "reviews.ofDoctor": all,
  "reviews.ofVisit": ["patient"],
  "reviews.own": ownPractice,
  "reviews.show": ["moderator", "admin", "super_admin"],
  "reviews.stars": all,
  "reviews.write": ["patient"],
  "practice.timeOff": ownPractice,
  "practice.preview": ownPractice,
  "practice.save": ownPractice,
  "schedules.slots": all,
  "verification.queue": ["moderator", "admin", "super_admin"],
  "verification.doctor": ["moderator", "admin", "super_admin"],
  "verification.document": ["moderator", "admin", "super_admin"],
  "verification.assign": ["moderator", "admin", "super_admin"],
  "verification.decide": ["moderator", "admin", "super_admin"],
  "verification.answer": ["moderator", "admin", "super_admin"],
  "verification.pharmacies": ["moderator", "admin", "super_admin"],
  "verification.pharmacy": ["moderator", "admin", "super_admin"],
  "verification.assignPharmacy": ["moderator", "admin", "super_admin"],
  "verification.decidePharmacy": ["moderator", "admin", "super_admin"],
  "verification.answerPharmacy": ["moderator", "admin", "super_admin"],
  "verification.settings": ["admin", "super_admin"],
  "verification.saveSettings": ["super_admin"],
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
    default:
      return (await createAdmin(db, { accessLevel: who })).userId;
  }
}

const callers = new Map<Who, Awaited<ReturnType<typeof callAs>>>();

beforeAll(async () => {
  await resetDatabase();
  for (const who of everyone) callers.set(who, await callAs(db, await userFor(who), now));
});

/** Whether the gate lets someone through; what is behind it may still refuse the empty input. */
async function isLetIn(who: Who, path: string): Promise<boolean> {
  const [feature = "", verb = ""] = path.split(".");
  const caller = callers.get(who) as unknown as Record<
    string,
    Record<string, (input?: unknown) => Promise<unknown>>
  >;
  try {
    await caller[feature]?.[verb]?.({});
    return true;
  } catch (error) {
    return !closedDoor.includes(refusalOf(error).code);
  }
}

describe("every procedure of the app", () => {
  it("has been decided about", () => {
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(Object.keys(mayCall).sort());
  });

  it.each(Object.keys(mayCall))("%s lets in exactly those it is for", async (path) => {
    const letIn: Who[] = [];
    for (const who of everyone) if (await isLetIn(who, path)) letIn.push(who);
    expect(letIn).toEqual(mayCall[path]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { refusalFrom } from "@/testing/refusals";
import { aModerator, aNewcomer, aTeam, db, now, person, words } from "./staff.test-support";

beforeEach(resetDatabase);

const proposal = {
  person,
  name: "Harbour Pharmacy",
  phone: "",
  website: "",
  address: "1 Pier",
  city: "Chicago",
  country: "US",
  position: "41.89, -87.61",
  timezone: "America/Chicago",
  licenseNumber: "P-77",
  licenseAuthority: "",
  words: "",
};

async function aClaim() {
  const { id: pharmacyId } = await createPharmacy(db);
  const { user, api } = await aNewcomer();
  await api.pharmacyStaff.claim({ pharmacyId, answers: { person, ...words } });
  const claim = await db.pharmacyClaim.findFirstOrThrow({ where: { userId: user.id } });
  return { pharmacyId, user, api, claimId: claim.id };
}

describe("a claim", () => {
  it("changes nothing before it is approved; then the person is on the staff and told, and signed out", async () => {
    const { user, api, claimId, pharmacyId } = await aClaim();
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      role: "patient",
      givenName: "Ada",
    });
    expect((await api.pharmacyStaff.joining()).claim?.status).toBe("open");
    const moderator = await aModerator();
    const { rows } = await moderator.api.pharmacyStaff.claims({});
    expect(rows).toMatchObject([{ id: claimId, position: "owner", licenseNumber: "RX-1" }]);
    await moderator.api.pharmacyStaff.decideClaim({ claimId, verdict: "approve" });
    // An answer that was lost is given again.
    await moderator.api.pharmacyStaff.decideClaim({ claimId, verdict: "approve" });
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      role: "pharmacy",
      isOnboarded: true,
    });
    expect(await db.pharmacyStaff.findUniqueOrThrow({ where: { userId: user.id } })).toMatchObject({
      pharmacyId,
      position: "owner",
      isOwner: true,
    });
    expect(await db.notification.count({ where: { userId: user.id } })).toBe(1);
    expect(
      await db.refreshToken.count({ where: { userId: user.id, isRevoked: { not: true } } }),
    ).toBe(0);
    expect(await db.auditEntry.count({ where: { action: "pharmacy.approve-claim" } })).toBe(1);
  });

  it("for a pharmacy that was switched off meanwhile can only be rejected", async () => {
    const { user, claimId, pharmacyId } = await aClaim();
    await db.pharmacy.update({ where: { id: pharmacyId }, data: { isActive: false } });
    const { pharmacyStaff: moderator } = (await aModerator()).api;
    const approval = moderator.decideClaim({ claimId, verdict: "approve" });
    expect((await refusalFrom(approval)).code).toBe("CHANGED_MEANWHILE");
    expect(await db.pharmacyStaff.count({ where: { userId: user.id } })).toBe(0);
    await moderator.decideClaim({ claimId, verdict: "reject", reason: "It is a double." });
  });

  it("is one at a time, also of two sent at once", async () => {
    const { id: pharmacyId } = await createPharmacy(db);
    const { api } = await aNewcomer();
    const send = () => api.pharmacyStaff.claim({ pharmacyId, answers: { person, ...words } });
    const outcomes = await Promise.allSettled([send(), send()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await refusalFrom(send())).code).toBe("CLAIM_OPEN");
    await api.pharmacyStaff.withdrawClaim();
    await send();
    expect(await db.pharmacyClaim.count({ where: { status: "open" } })).toBe(1);
  });

  it("of two administrators at once is decided by one", async () => {
    const { claimId, user } = await aClaim();
    const [one, other] = await Promise.all([aModerator(), aModerator()]);
    const outcomes = await Promise.allSettled([
      one.api.pharmacyStaff.decideClaim({ claimId, verdict: "approve" }),
      other.api.pharmacyStaff.decideClaim({ claimId, verdict: "reject", reason: "Unknown." }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { status } = await db.pharmacyClaim.findUniqueOrThrow({ where: { id: claimId } });
    const isStaff = (await db.pharmacyStaff.count({ where: { userId: user.id } })) === 1;
    expect(isStaff).toBe(status === "approved");
    const late = other.api.pharmacyStaff.decideClaim({ claimId, verdict: "reject", reason: "No." });
    if (status === "approved") expect((await refusalFrom(late)).code).toBe("ALREADY_DECIDED");
    else await late;
  });

  it("is not decided by the one who made it", async () => {
    const { user, claimId } = await aClaim();
    await db.user.update({ where: { id: user.id }, data: { role: "admin" } });
    await db.admin.create({ data: { userId: user.id, accessLevel: "moderator" } });
    const self = await callAs(db, user.id, now);
    const deciding = self.pharmacyStaff.decideClaim({ claimId, verdict: "approve" });
    expect((await refusalFrom(deciding)).code).toBe("OWN_APPLICATION");
  });

  it("waits for appointments to be over, when it is made and when it is approved", async () => {
    const { user, claimId } = await aClaim();
    const { id: patientId } = await createPatient(db, { userId: user.id });
    await createAppointment(db, { patientId, startsAt: new Date("2026-10-30T15:00:00Z") });
    const { api } = await aModerator();
    const approving = api.pharmacyStaff.decideClaim({ claimId, verdict: "approve" });
    expect((await refusalFrom(approving)).code).toBe("APPOINTMENTS_AHEAD");
    await api.pharmacyStaff.decideClaim({ claimId, verdict: "reject", reason: "Not now." });
    const { id: pharmacyId } = await createPharmacy(db);
    const patient = await callAs(db, user.id, now);
    const again = patient.pharmacyStaff.claim({ pharmacyId, answers: { person, ...words } });
    expect((await refusalFrom(again)).code).toBe("APPOINTMENTS_AHEAD");
    expect((await patient.pharmacyStaff.joining()).obstacle).toBe("APPOINTMENTS_AHEAD");
  });

  it("asks for a confirmed address, a patient's account and a listed pharmacy", async () => {
    const { id: pharmacyId } = await createPharmacy(db);
    const claim = { pharmacyId, answers: { person, ...words } };
    const unconfirmed = await aNewcomer({ emailVerified: false });
    expect((await refusalFrom(unconfirmed.api.pharmacyStaff.claim(claim))).code).toBe(
      "EMAIL_NOT_VERIFIED",
    );
    const doctor = await aNewcomer({ role: "doctor" });
    expect((await refusalFrom(doctor.api.pharmacyStaff.claim(claim))).code).toBe(
      "ROLE_CHANGE_NOT_POSSIBLE",
    );
    const { team } = await aTeam("staff");
    expect((await refusalFrom(team.staff.api.pharmacyStaff.claim(claim))).code).toBe(
      "WORKS_ELSEWHERE",
    );
    const closed = await createPharmacy(db, { isActive: false });
    const { api } = await aNewcomer();
    const unlisted = api.pharmacyStaff.claim({ ...claim, pharmacyId: closed.id });
    expect((await refusalFrom(unlisted)).code).toBe("NOT_FOUND");
  });
});

describe("a pharmacy put forward", () => {
  it("is seen by nobody until it is verified, which approving its owner does not do", async () => {
    const { api, user } = await aNewcomer();
    expect(await api.pharmacyStaff.propose({ answers: proposal, isNone: false })).toEqual({
      alike: [],
    });
    const pharmacy = await db.pharmacy.findFirstOrThrow({ where: { name: proposal.name } });
    expect(pharmacy).toMatchObject({ isListed: false, slug: "harbour-pharmacy-chicago" });
    const claim = await db.pharmacyClaim.findFirstOrThrow({ where: { userId: user.id } });
    const moderator = await aModerator();
    await moderator.api.pharmacyStaff.decideClaim({ claimId: claim.id, verdict: "approve" });
    const owner = await callAs(db, user.id, now);
    expect(await owner.pharmacyStaff.room()).toMatchObject({ isListed: false, isVerified: false });
    await moderator.api.verification.decidePharmacy({
      subject: { kind: "pharmacy", id: pharmacy.id },
      expectedRevision: pharmacy.revision,
      decided: { verdict: "verify" },
    });
    expect(await owner.pharmacyStaff.room()).toMatchObject({ isListed: true, isVerified: true });
  });

  it("much like another is shown that one first; withdrawn it is checked no more", async () => {
    const other = await createPharmacy(db, { name: "Harbor Pharmacy", city: "Chicago" });
    const { api } = await aNewcomer();
    const { alike } = await api.pharmacyStaff.propose({ answers: proposal, isNone: false });
    expect(alike.map(({ id }) => id)).toEqual([other.id]);
    expect(await db.pharmacyClaim.count()).toBe(0);
    await api.pharmacyStaff.propose({ answers: proposal, isNone: true });
    await api.pharmacyStaff.withdrawClaim();
    const pharmacy = await db.pharmacy.findFirstOrThrow({ where: { name: proposal.name } });
    expect(pharmacy).toMatchObject({ isActive: false, isListed: false });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { staffPositions } from "@/lib/staff-rights";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { refusalFrom } from "@/testing/refusals";
import { aNewcomer, anAddress, anotherOf, aTeam, db, now, person } from "./staff.test-support";

beforeEach(resetDatabase);

const hours = { rules: [{ windows: ["08:00-20:00"] }] };

describe("rights", () => {
  it("come with the position", async () => {
    const { team } = await aTeam(...staffPositions);
    const may: string[] = [];
    for (const position of staffPositions) {
      const { pharmacyStaff: api } = team[position].api;
      const { revision: expectedRevision } = await api.room();
      const deeds = {
        confirm: () => api.confirmHours({ expectedRevision }),
        hours: () => api.saveHours({ expectedRevision, hours }),
        invite: () => api.invite({ email: anAddress(), position: "staff" }),
      };
      for (const [name, deed] of Object.entries(deeds))
        await deed().then(
          () => may.push(`${position} ${name}`),
          () => undefined,
        );
    }
    expect(may).toEqual([
      "owner confirm",
      "owner hours",
      "owner invite",
      "manager confirm",
      "manager hours",
      "manager invite",
      "pharmacist confirm",
      "pharmacist hours",
      "staff confirm",
    ]);
  });

  it("are changed by who has them, never one's own, and never an owner's by a manager", async () => {
    const { team } = await aTeam(...staffPositions);
    const { owner, manager, pharmacist, staff } = team;
    const change = (who: typeof owner, staffId: string, position: "owner" | "staff") =>
      who.api.pharmacyStaff.changeColleague({
        staffId,
        expectedRevision: 0,
        position,
        permissions: {},
      });
    expect((await refusalFrom(change(manager, owner.id, "staff"))).code).toBe("NOT_ALLOWED");
    expect((await refusalFrom(change(manager, manager.id, "staff"))).code).toBe("NOT_ALLOWED");
    expect((await refusalFrom(change(manager, staff.id, "owner"))).code).toBe("GRANTS_TOO_MUCH");
    expect((await refusalFrom(change(pharmacist, staff.id, "staff"))).code).toBe("NOT_ALLOWED");
    await change(manager, pharmacist.id, "staff");
    expect((await refusalFrom(change(manager, pharmacist.id, "staff"))).code).toBe(
      "CHANGED_MEANWHILE",
    );
    const elsewhere = await aTeam("staff");
    expect((await refusalFrom(change(owner, elsewhere.team.staff.id, "staff"))).code).toBe(
      "NOT_FOUND",
    );
  });

  it("who is removed has none from then on, and may be invited again", async () => {
    const { team } = await aTeam("owner", "staff");
    const { owner, staff } = team;
    await owner.api.pharmacyStaff.removeColleague({ staffId: staff.id, expectedRevision: 0 });
    const removed = await callAs(db, staff.userId, now);
    expect((await refusalFrom(removed.pharmacyStaff.room())).code).toBe("NOT_ALLOWED");
    expect(await db.pharmacyStaff.findUniqueOrThrow({ where: { id: staff.id } })).toMatchObject({
      dateLeft: new Date("2026-10-28"),
    });
    const { email } = await db.user.findUniqueOrThrow({ where: { id: staff.userId } });
    const { token } = await owner.api.pharmacyStaff.invite({ email, position: "manager" });
    await removed.pharmacyStaff.acceptInvitation({ by: { token }, person });
    const back = await callAs(db, staff.userId, now);
    expect((await back.pharmacyStaff.colleagues()).mayInvite).toBe(true);
  });
});

describe("a profile", () => {
  it("of a pharmacy without an address of its own is saved without making one up", async () => {
    for (const _ of ["one", "another"]) {
      const { pharmacyId, team } = await aTeam("owner");
      const data = { slug: null, city: null, country: null };
      await db.pharmacy.update({ where: { id: pharmacyId }, data });
      const { pharmacyStaff: api } = team.owner.api;
      const { revision: expectedRevision, facts } = await api.profile();
      const { phone, email, website, services, insurance, supportsDelivery } = facts;
      const { acceptsInsurance, deliveryRadiusKm } = facts;
      const answers = { description: "New.", phone, email, website, services, insurance };
      await api.saveProfile({
        expectedRevision,
        answers: { ...answers, supportsDelivery, acceptsInsurance, deliveryRadiusKm },
      });
      const saved = await db.pharmacy.findUniqueOrThrow({ where: { id: pharmacyId } });
      expect(saved).toMatchObject({ ...data, description: "New." });
    }
  });
});

describe("the last owner", () => {
  it("stays, also where two leave at once", async () => {
    const { pharmacyId, team } = await aTeam("owner");
    expect((await refusalFrom(team.owner.api.pharmacyStaff.leave())).code).toBe("LAST_OWNER");
    const other = await anotherOf(pharmacyId, "owner");
    const outcomes = await Promise.allSettled([
      team.owner.api.pharmacyStaff.leave(),
      other.api.pharmacyStaff.leave(),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.pharmacyStaff.count({ where: { isOwner: true, dateLeft: null } })).toBe(1);
  });

  it("stays where the other owner's account is switched off, and may send that one away", async () => {
    const { pharmacyId, team } = await aTeam("owner");
    const off = await anotherOf(pharmacyId, "owner");
    await db.user.update({ where: { id: off.userId }, data: { isActive: false } });
    const { pharmacyStaff: api } = team.owner.api;
    expect((await api.colleagues()).mayLeave).toBe(false);
    expect((await refusalFrom(api.leave())).code).toBe("LAST_OWNER");
    await api.removeColleague({ staffId: off.id, expectedRevision: 0 });
    expect(await db.pharmacyStaff.count({ where: { pharmacyId, dateLeft: null } })).toBe(1);
  });

  it("stays where two owners demote each other at once", async () => {
    const { pharmacyId, team } = await aTeam("owner");
    const other = await anotherOf(pharmacyId, "owner");
    const demote = (who: typeof other, staffId: string) =>
      who.api.pharmacyStaff.changeColleague({
        staffId,
        expectedRevision: 0,
        position: "staff",
        permissions: {},
      });
    await Promise.allSettled([demote(team.owner, other.id), demote(other, team.owner.id)]);
    expect(await db.pharmacyStaff.count({ where: { isOwner: true } })).toBe(1);
  });
});

describe("an invitation", () => {
  it("is accepted once, by the address it went to, whatever its case", async () => {
    const { team, pharmacyId } = await aTeam("owner");
    const email = anAddress();
    const { token } = await team.owner.api.pharmacyStaff.invite({
      email: email.toUpperCase(),
      position: "pharmacist",
    });
    expect(await db.pharmacyInvitation.count({ where: { tokenHash: { contains: token } } })).toBe(
      0,
    );
    const stranger = await aNewcomer();
    const accepting = stranger.api.pharmacyStaff.acceptInvitation({ by: { token }, person });
    expect((await refusalFrom(accepting)).code).toBe("INVITATION_NOT_YOURS");
    const { user, api } = await aNewcomer({ email });
    const accept = () => api.pharmacyStaff.acceptInvitation({ by: { token }, person });
    await Promise.all([accept(), accept()]);
    expect(await db.pharmacyStaff.findUniqueOrThrow({ where: { userId: user.id } })).toMatchObject({
      pharmacyId,
      position: "pharmacist",
      isOwner: false,
    });
    expect(await db.auditEntry.count({ where: { action: "pharmacy.accept-invitation" } })).toBe(1);
    expect((await api.pharmacyStaff.invitation({ token }))?.state).toBe("used");
  });

  it("is gone once it is withdrawn, sent anew, too old, or its sender has left", async () => {
    const { team, pharmacyId } = await aTeam("owner", "manager");
    const manager = team.manager.api.pharmacyStaff;
    const email = anAddress();
    const { api } = await aNewcomer({ email });
    const codeOf = async (token: string, by = api) =>
      (await refusalFrom(by.pharmacyStaff.acceptInvitation({ by: { token }, person }))).code;
    const first = await manager.invite({ email, position: "staff" });
    const second = await manager.invite({ email, position: "staff" });
    expect(await codeOf(first.token)).toBe("INVITATION_GONE");
    const open = await db.pharmacyInvitation.findFirstOrThrow({ where: { withdrawnAt: null } });
    const stranger = (await aTeam("owner")).team.owner.api.pharmacyStaff;
    const theirs = stranger.withdrawInvitation({ invitationId: open.id });
    expect((await refusalFrom(theirs)).code).toBe("NOT_FOUND");
    await manager.withdrawInvitation({ invitationId: open.id });
    expect(await codeOf(second.token)).toBe("INVITATION_GONE");
    const third = await manager.invite({ email, position: "staff" });
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    const later = await callAs(db, user.id, now.add({ hours: 7 * 24 }));
    expect(await codeOf(third.token, later)).toBe("INVITATION_GONE");
    const { revision: expectedRevision, id: staffId } = team.manager;
    await team.owner.api.pharmacyStaff.removeColleague({ staffId, expectedRevision });
    expect(await codeOf(third.token)).toBe("INVITATION_GONE");
    expect(await db.pharmacyStaff.count({ where: { pharmacyId, dateLeft: null } })).toBe(1);
    expect(await api.pharmacyStaff.invitation({ token: "x".repeat(43) })).toBeNull();
  });

  it("is in the inbox of its address, and accepted there without the link by nobody else", async () => {
    const { team } = await aTeam("owner");
    const { user, api } = await aNewcomer();
    await team.owner.api.pharmacyStaff.invite({ email: user.email, position: "staff" });
    const [invited] = (await api.pharmacyStaff.joining()).invitations;
    if (!invited) throw new Error("no invitation");
    const by = { invitationId: invited.id };
    const stranger = await aNewcomer();
    const theirs = stranger.api.pharmacyStaff.acceptInvitation({ by, person });
    expect((await refusalFrom(theirs)).code).toBe("NOT_FOUND");
    await api.pharmacyStaff.acceptInvitation({ by, person });
    expect(await db.notification.count({ where: { userId: user.id } })).toBe(1);
  });
});

describe("hours", () => {
  it("saved count as confirmed, settle what was reported, and are recorded; two at once do not both save", async () => {
    const { team, pharmacyId } = await aTeam("owner");
    const api = team.owner.api.pharmacyStaff;
    await db.pharmacyReport.create({ data: { pharmacyId, kind: "was_closed" } });
    const { revision: expectedRevision } = await api.room();
    const save = () => api.saveHours({ expectedRevision, hours });
    const outcomes = await Promise.allSettled([save(), save()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await api.room()).toMatchObject({
      hours,
      confirmedAs: "staff",
      state: { isOpen: true },
    });
    expect(await db.pharmacyReport.count({ where: { status: "corrected" } })).toBe(1);
    const record = await db.auditEntry.findFirstOrThrow({
      where: { action: "pharmacy.save-hours" },
    });
    expect(record.details).toMatchObject({ after: { hours } });
    const stale = api.confirmHours({ expectedRevision });
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    const overlapping = { rules: [{ windows: ["08:00-12:00", "11:00-15:00"] }] };
    const { revision } = await api.room();
    const wrong = api.saveHours({ expectedRevision: revision, hours: overlapping });
    expect((await refusalFrom(wrong)).code).toBe("INVALID_INPUT");
  });
});

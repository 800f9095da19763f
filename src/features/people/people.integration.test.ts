import { beforeEach, describe, expect, it } from "vitest";
import type { UserId } from "@/lib/ids";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { findActor } from "@/server/actor";
import { callAs } from "@/testing/caller";
import { isEmbedded, resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { createSession } from "@/testing/factories/session";
import { createUser } from "@/testing/factories/user";
import { refusalFrom } from "@/testing/refusals";

const db = testDatabase();
const at = "2026-10-28T15:00:00Z";
const now = parseInstant(at) ?? instantOf(0);
const reason = "Asked for by telephone.";

beforeEach(resetDatabase);

async function admin(accessLevel = "admin") {
  const { userId } = await createAdmin(db, { accessLevel });
  return { userId: userId as UserId, api: await callAs(db, userId, now) };
}

const codeOf = async (call: Promise<unknown>) => (await refusalFrom(call)).code;
const stateOf = (userId: string) => db.user.findUniqueOrThrow({ where: { id: userId } });

async function aPatient() {
  const patient = await createPatient(db);
  return { ...patient, userId: patient.userId ?? "" };
}

describe("switching an account off", () => {
  it("ends every session at once, is on the record, and goes back with a message", async () => {
    const { api, userId: actorUserId } = await admin();
    const { userId } = await aPatient();
    const sessions = [await createSession(db, { userId }), await createSession(db, { userId })];
    await api.people.deactivate({ userId, reason });
    for (const session of sessions)
      expect(await findActor(db, session, now)).toEqual({ state: "deactivated" });
    const page = await api.people.get({ userId });
    expect(page).toMatchObject({ isActive: false, sessions: 0, off: { reason } });
    const own = await callAs(db, userId, now);
    expect(await codeOf(own.accounts.profile())).toBe("ACCOUNT_DEACTIVATED");
    const [entry] = await db.auditEntry.findMany();
    expect(entry).toMatchObject({ actorUserId, action: "user.deactivate", subjectId: userId });
    expect(entry?.details).toEqual({
      reason,
      before: { isActive: true },
      after: { isActive: false },
    });
    await api.people.activate({ userId, reason });
    expect((await findActor(db, sessions[0] ?? null, now)).state).toBe("ended");
    expect(await db.notification.findMany()).toMatchObject([
      { userId, notificationType: "account_activated" },
    ]);
    await api.people.activate({ userId, reason });
    expect(await db.auditEntry.count()).toBe(2);
  });

  it("takes a doctor from the list, and leaves what is booked for a decision", async () => {
    const { api } = await admin();
    const { doctorId, id } = await createAssociation(db);
    const { userId } = await db.doctor.findUniqueOrThrow({ where: { id: doctorId } });
    const { id: appointmentId } = await createAppointment(db, { doctorClinicId: id });
    expect(await api.people.get({ userId })).toMatchObject({ isListed: true, doctorAhead: 1 });
    await api.people.deactivate({ userId, reason });
    expect(await api.people.get({ userId })).toMatchObject({ isListed: false, doctorAhead: 1 });
    expect(await db.appointment.findUnique({ where: { id: appointmentId } })).toMatchObject({
      status: "scheduled",
    });
    const left = await db.$queryRaw`SELECT * FROM unserved_appointments(${new Date(at)})`;
    expect(left).toEqual([{ appointment_id: appointmentId, cause: "account_off" }]);
    // A calendar's stream that ends is not opened again.
    const asDoctor = await callAs(db, userId, now);
    expect(await codeOf(asDoctor.agenda.changes())).toBe("ACCOUNT_DEACTIVATED");
  });

  it("is not for oneself, nor for an administrator of a higher level", async () => {
    const [one, head] = [await admin(), await admin("super_admin")];
    expect(await codeOf(one.api.people.deactivate({ userId: one.userId, reason }))).toBe(
      "NOT_ALLOWED",
    );
    expect(await codeOf(one.api.people.deactivate({ userId: head.userId, reason }))).toBe(
      "NOT_ALLOWED",
    );
    expect(await codeOf(head.api.people.deactivate({ userId: head.userId, reason }))).toBe(
      "NOT_ALLOWED",
    );
    await head.api.people.deactivate({ userId: one.userId, reason });
    expect((await stateOf(one.userId)).isActive).toBe(false);
  });

  it.each(["support", "moderator"])("is not for the level %s", async (level) => {
    const { api } = await admin(level);
    const { userId } = await aPatient();
    expect(await codeOf(api.people.deactivate({ userId, reason }))).toBe("NOT_ALLOWED");
    expect(
      await codeOf(
        api.people.changeRole({ userId, reason, expectedRole: "patient", role: "pharmacy" }),
      ),
    ).toBe("NOT_ALLOWED");
    expect((await stateOf(userId)).isActive).toBe(true);
  });

  it("of two super admins by each other leaves one of them", async () => {
    for (let round = 0; round < 5; round++) {
      await resetDatabase();
      const [one, two] = [await admin("super_admin"), await admin("super_admin")];
      const outcomes = await Promise.allSettled([
        one.api.people.deactivate({ userId: two.userId, reason }),
        two.api.people.deactivate({ userId: one.userId, reason }),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.user.count({ where: { isActive: true } })).toBe(1);
    }
  });

  it("asks for a reason, and for somebody who is there", async () => {
    const { api } = await admin();
    const { userId } = await aPatient();
    expect(await codeOf(api.people.deactivate({ userId, reason: "  " }))).toBe("INVALID_INPUT");
    const nobody = "00000000-0000-4000-8000-000000000000" as UserId;
    expect(await codeOf(api.people.deactivate({ userId: nobody, reason }))).toBe("NOT_FOUND");
  });

  it("and a booking with the doctor at once: nothing is booked with who is off", async () => {
    for (let round = 0; round < 5; round++) {
      const { api } = await admin();
      const { doctorId, id } = await createAssociation(db);
      const { userId } = await db.doctor.findUniqueOrThrow({ where: { id: doctorId } });
      const asPatient = await callAs(db, (await aPatient()).userId, now);
      const booking = asPatient.appointments.book({
        associationId: id,
        startsAt: "2026-11-04T16:00:00Z",
        symptoms: "A cough.",
        bookingKey: crypto.randomUUID(),
      });
      await Promise.allSettled([api.people.deactivate({ userId, reason }), booking]);
      const booked = await db.appointment.findMany({ where: { doctorId } });
      const left = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM unserved_appointments(${new Date(at)}) u
        JOIN appointments a ON a.id = u.appointment_id WHERE a.doctor_id = ${doctorId}::uuid`;
      expect(left).toHaveLength(booked.length);
    }
  });
});

describe("another role", () => {
  it("takes a doctor from the list, keeps their file, and can be taken back", async () => {
    const { api } = await admin();
    const { userId, id } = await createDoctor(db);
    await createSession(db, { userId });
    await api.people.changeRole({ userId, reason, expectedRole: "doctor", role: "patient" });
    expect(await stateOf(userId)).toMatchObject({ role: "patient", isOnboarded: false });
    expect(await db.refreshToken.count({ where: { isRevoked: { not: true }, userId } })).toBe(0);
    expect(await db.doctor.count({ where: { id } })).toBe(1);
    expect(await api.people.get({ userId })).toMatchObject({
      isListed: false,
      hasDoctorFile: true,
    });
    await api.people.changeRole({ userId, reason, expectedRole: "patient", role: "doctor" });
    expect(await api.people.get({ userId })).toMatchObject({ role: "doctor", isListed: true });
  });

  it("makes an administrator without any right, and ends all of them", async () => {
    const head = await admin("super_admin");
    const { userId } = await aPatient();
    await head.api.people.changeRole({ userId, reason, expectedRole: "patient", role: "admin" });
    const own = await callAs(db, userId, now);
    expect(await codeOf(own.admin.overview())).toBe("NOT_ALLOWED");
    await db.admin.update({
      where: { userId },
      data: {
        accessLevel: "moderator",
        permissions: { grant: ["people.role"], deny: [] },
        loginCount: 4,
      },
    });
    await head.api.people.changeRole({ userId, reason, expectedRole: "admin", role: "patient" });
    // Not even a later return brings them back; how often they signed in is kept.
    expect(await db.admin.findUnique({ where: { userId } })).toMatchObject({
      accessLevel: "standard",
      permissions: null,
      loginCount: 4,
    });
    expect((await stateOf(userId)).isOnboarded).toBe(true);
  });

  it("of an administrator is for those who give rights, and the last super admin stays", async () => {
    const [one, head] = [await admin(), await admin("super_admin")];
    const { userId } = await aPatient();
    const become = { reason, expectedRole: "patient", role: "admin" } as const;
    const leave = { reason, expectedRole: "admin", role: "patient" } as const;
    expect(await codeOf(one.api.people.changeRole({ userId, ...become }))).toBe("NOT_ALLOWED");
    const peer = await admin();
    expect(await codeOf(one.api.people.changeRole({ userId: peer.userId, ...leave }))).toBe(
      "NOT_ALLOWED",
    );
    const other = await admin("super_admin");
    const outcomes = await Promise.allSettled([
      head.api.people.changeRole({ userId: other.userId, ...leave }),
      other.api.people.changeRole({ userId: head.userId, ...leave }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.admin.count({ where: { accessLevel: "super_admin" } })).toBe(1);
  });

  it("at a pharmacy begins and ends on its own days", async () => {
    const { api } = await admin();
    const { userId } = await aPatient();
    const { id: pharmacyId } = await createPharmacy(db);
    const join = { userId, reason, expectedRole: "patient", role: "pharmacy" } as const;
    expect(await codeOf(api.people.changeRole(join))).toBe("NOT_FOUND");
    await api.people.changeRole({ ...join, pharmacyId });
    const staff = () => db.pharmacyStaff.findUniqueOrThrow({ where: { userId } });
    expect(await staff()).toMatchObject({
      pharmacyId,
      isOwner: false,
      dateJoined: new Date("2026-10-28"),
      dateLeft: null,
    });
    await api.people.changeRole({ userId, reason, expectedRole: "pharmacy", role: "patient" });
    expect(await staff()).toMatchObject({ dateLeft: new Date("2026-10-28") });
    expect((await stateOf(userId)).role).toBe("patient");
  });

  it("ends an owner's ownership when they come back elsewhere", async () => {
    const { api } = await admin();
    const { userId } = await createPharmacyStaff(db);
    const { id: pharmacyId } = await createPharmacy(db);
    await api.people.changeRole({ userId, reason, expectedRole: "pharmacy", role: "patient" });
    const back = { userId, reason, expectedRole: "patient", role: "pharmacy", pharmacyId } as const;
    await api.people.changeRole(back);
    expect(await db.pharmacyStaff.findUnique({ where: { userId } })).toMatchObject({
      pharmacyId,
      isOwner: false,
      dateLeft: null,
    });
  });

  it("is refused to a patient with appointments ahead, to who has not applied, and where it was changed", async () => {
    const { api } = await admin();
    const patient = await aPatient();
    const { id: pharmacyId } = await createPharmacy(db);
    await createAppointment(db, { patientId: patient.id });
    const { userId } = patient;
    const change = (role: "doctor" | "pharmacy", expectedRole: "patient" | "doctor" = "patient") =>
      codeOf(api.people.changeRole({ userId, reason, expectedRole, role, pharmacyId }));
    expect(await change("pharmacy")).toBe("ROLE_CHANGE_NOT_POSSIBLE");
    await db.appointment.deleteMany();
    expect(await change("doctor")).toBe("ROLE_CHANGE_NOT_POSSIBLE");
    expect(await change("pharmacy", "doctor")).toBe("CHANGED_MEANWHILE");
    expect((await stateOf(userId)).role).toBe("patient");
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("waits for a booking that is under way, and then sees it", async ({ skip }) => {
    if (await isEmbedded()) return skip("the embedded database has one transaction at a time");
    const { api } = await admin();
    const { userId, id: patientId } = await aPatient();
    const { id: pharmacyId } = await createPharmacy(db);
    const { id: doctorClinicId, doctorId } = await createAssociation(db);
    let change: Promise<string> | undefined;
    await db.$transaction(async (tx) => {
      await createAppointment(tx, { patientId, doctorClinicId, doctorId });
      change = codeOf(
        api.people.changeRole({
          userId,
          reason,
          expectedRole: "patient",
          role: "pharmacy",
          pharmacyId,
        }),
      );
      const isWaiting = async () =>
        (await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`).length > 0;
      await expect.poll(isWaiting).toBe(true);
    });
    expect(await change).toBe("ROLE_CHANGE_NOT_POSSIBLE");
  });
});

describe("what administrators see of people", () => {
  it("is nothing of their health", async () => {
    const { api } = await admin("support");
    const patient = await createPatient(db, {
      bloodGroup: "AB-",
      allergies: ["Penicillin"],
      chronicConditions: ["Asthma"],
      insuranceProvider: "Mutual",
      insurancePolicyNumber: "POLICY-1",
    });
    const { id } = await createAppointment(db, {
      patientId: patient.id,
      symptoms: "A secret cough",
      notes: "Secret notes",
      prescription: "Secret drops",
    });
    await db.$executeRaw`UPDATE appointment_history SET reason = 'Secret reason'`;
    await db.appointment.update({
      where: { id },
      data: { status: "cancelled", cancelledAt: new Date(), cancellationReason: "Secret illness" },
    });
    const userId = patient.userId as UserId;
    const seen = await Promise.all([
      api.people.list({}),
      api.people.get({ userId }),
      api.people.appointments({ person: userId }),
      api.people.appointment({ appointmentId: id }),
    ]);
    expect(JSON.stringify(seen)).not.toMatch(
      /"AB-"|bloodGroup|Penicillin|Asthma|Mutual|POLICY|secret/i,
    );
    expect(seen[3]).toMatchObject({
      status: "cancelled",
      steps: [{ toStatus: "scheduled" }, { fromStatus: "scheduled", toStatus: "cancelled" }],
    });
  });
});

describe("finding people", () => {
  it("by parts of a name, an address and a phone, however they are written", async () => {
    const { api } = await admin("support");
    const { id } = await createUser(db, {
      fullName: "Zoë Nuñez-Brandt",
      email: "zoe.b_100%@test.medico24.example",
      phone: "+1 312-555-0199",
    });
    await createUser(db, { fullName: "Zoltan Other", phone: "+13125550100" });
    for (const q of ["nunez zoe", "ZOE.B", "b_100%@test", "(312) 555-0199", "5550199", "Brandt"])
      expect((await api.people.list({ q })).people.map((one) => one.userId)).toEqual([id]);
    for (const q of ["b%100", "Zoe Other", "999999"])
      expect((await api.people.list({ q })).people).toEqual([]);
    expect((await api.people.list({ role: "patient", active: "off" })).people).toEqual([]);
    expect((await api.people.list({ role: "patient", active: "on" })).people).toHaveLength(2);
  });

  it("newest first, page by page, nobody twice and nobody left out", async () => {
    const { api } = await admin("support");
    const created = new Date("2026-01-01T00:00:00Z");
    for (let index = 0; index < 64; index++) await createUser(db, { createdAt: created });
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const { people, next } = await api.people.list({ role: "patient", after });
      seen.push(...people.map((one) => one.userId));
      after = next ?? undefined;
      more = next !== null;
    }
    expect(new Set(seen).size).toBe(64);
    expect(seen).toHaveLength(64);
  });

  it("finds appointments by who, with whom, where, how they stand and when", async () => {
    const { api } = await admin("support");
    const patient = await createPatient(db, { user: { fullName: "Ada Finder" } });
    const post = await createAssociation(db);
    const { id } = await createAppointment(db, { patientId: patient.id, doctorClinicId: post.id });
    const walkIn = await db.patient.create({ data: { walkInName: "Bo Passing" } });
    await createAppointment(db, {
      patientId: walkIn.id,
      origin: "walk_in",
      status: "completed",
      startsAt: new Date("2026-10-01T15:00:00Z"),
    });
    const found = async (filter: Parameters<typeof api.people.appointments>[0]) =>
      (await api.people.appointments(filter)).appointments.map((one) => one.patientName);
    expect(await found({})).toEqual(["Ada Finder", "Bo Passing"]);
    expect(await found({ patient: "finder" })).toEqual(["Ada Finder"]);
    expect(await found({ patient: "passing" })).toEqual(["Bo Passing"]);
    expect(await found({ status: "completed" })).toEqual(["Bo Passing"]);
    expect(await found({ from: "2030-01-07", to: "2030-01-07" })).toEqual(["Ada Finder"]);
    expect(await found({ person: patient.userId ?? "" })).toEqual(["Ada Finder"]);
    await db.clinic.update({ where: { id: post.clinicId }, data: { name: "Harbour House" } });
    expect(await found({ clinic: "harbour" })).toEqual(["Ada Finder"]);
    const { userId } = await db.doctor.findUniqueOrThrow({ where: { id: post.doctorId } });
    await db.user.update({ where: { id: userId }, data: { fullName: "Doc Unlike" } });
    expect(await found({ doctor: "unlike" })).toEqual(["Ada Finder"]);
    expect(await found({ doctor: "unlike", clinic: "elsewhere" })).toEqual([]);
    expect((await api.people.appointment({ appointmentId: id })).patientName).toBe("Ada Finder");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { booking, db, now, patientCaller } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import { aModerator, aPractice, nine, reason, toldTo } from "./licences.test-support";

beforeEach(resetDatabase);

describe("a suspension", () => {
  it("takes effect at once, cancels nothing, and tells the doctor why and the patients that", async () => {
    const { api: admin, admin: who } = await aModerator();
    const { doctor, association, patients, ids, api, revision } = await aPractice();
    const doctorId = doctor.id;
    expect((await api.agenda.range({ from: "2026-10-26", days: 7 })).appointments).toHaveLength(2);
    const suspend = { doctorId, expectedRevision: await revision(), reason };
    await admin.licences.suspend(suspend);
    await admin.licences.suspend(suspend);
    const locked = await callAs(db, doctor.userId, now);
    const range = locked.agenda.range({ from: "2026-10-26", days: 7 });
    expect((await refusalFrom(range)).code).toBe("NOT_ALLOWED");
    const { api: patient } = await patientCaller();
    const book = patient.appointments.book(booking(association.id, "2026-10-30T15:00:00Z"));
    expect((await refusalFrom(book)).code).toBe("DOCTOR_NOT_BOOKABLE");
    expect((await refusalFrom(patient.doctors.get({ slug: doctor.slug }))).code).toBe("NOT_FOUND");
    expect(await db.appointment.count({ where: { status: "scheduled" } })).toBe(2);

    const [message] = await db.notification.findMany({
      where: { notificationType: "licence_suspended" },
    });
    expect(message?.body).toContain(reason);
    for (const [index, { patient: one }] of patients.entries()) {
      const told = await db.notification.findMany({
        where: { userId: one.userId ?? "", notificationType: "appointment_looked_at" },
      });
      expect(told).toMatchObject([{ data: { appointmentId: ids[index] } }]);
      expect(told[0]?.body).toContain("It stands until you hear from us: Thu, Oct 29");
      expect(JSON.stringify(told)).not.toContain(reason);
    }
    expect(await db.auditEntry.findMany({ where: { action: "doctor.suspend" } })).toMatchObject([
      {
        actorUserId: who.userId,
        subjectId: doctorId,
        details: { reason, before: { isSuspended: false }, after: { isSuspended: true } },
      },
    ]);
    expect(await admin.licences.standing({ doctorId })).toMatchObject({
      standing: "suspended",
      open: 2,
    });

    const back = { doctorId, expectedRevision: await revision(), reason: "It was a mistake" };
    await admin.licences.reinstate(back);
    await admin.licences.reinstate(back);
    expect(await toldTo(patients[0]?.patient.userId)).toEqual([
      "appointment_booked",
      "appointment_looked_at",
      "appointment_stands",
    ]);
    await patient.appointments.book(booking(association.id, "2026-10-30T15:00:00Z"));
    expect((await admin.licences.unserved({})).appointments).toEqual([]);
  });

  it("is not put off by what the doctor saves, and its end is by what has changed", async () => {
    const { api: admin } = await aModerator();
    const { doctor, revision } = await aPractice([]);
    const expectedRevision = await revision();
    await db.doctor.update({
      where: { id: doctor.id },
      data: { subSpecialization: "Saved meanwhile" },
    });
    expect(await revision()).toBeGreaterThan(expectedRevision);
    await admin.licences.suspend({ doctorId: doctor.id, expectedRevision, reason });
    const back = admin.licences.reinstate({ doctorId: doctor.id, expectedRevision, reason });
    expect((await refusalFrom(back)).code).toBe("CHANGED_MEANWHILE");
  });

  it("ends, and nobody is told of a visit that has still to be decided about", async () => {
    const { api: admin } = await aModerator();
    const { doctor, patients, revision, ends } = await aPractice([nine, "2026-11-05T15:00:00Z"]);
    const of = async () => ({ doctorId: doctor.id, expectedRevision: await revision(), reason });
    await admin.licences.suspend(await of());
    await ends("2026-10-30");
    await admin.licences.reinstate(await of());
    const before = ["appointment_booked", "appointment_looked_at"];
    expect(await toldTo(patients[0]?.patient.userId)).toEqual([...before, "appointment_stands"]);
    expect(await toldTo(patients[1]?.patient.userId)).toEqual(before);
  });

  it("is refused over what has changed, of oneself, and of nobody", async () => {
    const { api: admin, admin: who } = await aModerator();
    const { doctor, revision } = await aPractice([]);
    const expectedRevision = await revision();
    await admin.licences.suspend({ doctorId: doctor.id, expectedRevision, reason: "Another" });
    const suspend = (doctorId: string) =>
      refusalFrom(admin.licences.suspend({ doctorId, expectedRevision, reason }));
    expect((await suspend(doctor.id)).code).toBe("CHANGED_MEANWHILE");
    expect((await suspend(who.id)).code).toBe("NOT_FOUND");
    const own = await createDoctor(db, { userId: who.userId });
    expect((await suspend(own.id)).code).toBe("OWN_APPLICATION");
    const waiting = await createDoctor(db, { isVerified: false, verifiedAt: null });
    expect((await suspend(waiting.id)).code).toBe("CHANGED_MEANWHILE");
    const support = await createAdmin(db, { accessLevel: "support" });
    const api = await callAs(db, support.userId, now);
    const call = api.licences.suspend({ doctorId: doctor.id, expectedRevision: 1, reason });
    expect((await refusalFrom(call)).code).toBe("NOT_ALLOWED");
  });

  it("comes before or after each of twenty bookings at once: refused, or told and to decide", async () => {
    const { api: admin } = await aModerator();
    const { doctor, association, revision } = await aPractice([]);
    const patients = await Promise.all(Array.from({ length: 20 }, () => patientCaller()));
    const expectedRevision = await revision();
    const start = Date.parse("2026-10-29T14:00:00Z");
    const at = (index: number) =>
      new Date(start + (index % 16) * 1_800_000 + Math.floor(index / 16) * 86_400_000);
    const bookings = patients.map(({ api }, index) =>
      api.appointments.book(booking(association.id, at(index).toISOString())),
    );
    const suspended = admin.licences.suspend({ doctorId: doctor.id, expectedRevision, reason });
    const outcomes = await Promise.allSettled([...bookings, suspended]);
    expect(outcomes.at(-1)?.status).toBe("fulfilled");
    const made = await db.appointment.findMany({ where: { doctorId: doctor.id } });
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(made.length + 1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect((await refusalFrom(Promise.reject(outcome.reason))).code).toBe(
          "DOCTOR_NOT_BOOKABLE",
        );
    const { appointments } = await admin.licences.unserved({});
    expect(appointments.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
    const told = await db.notification.findMany({
      where: { notificationType: "appointment_looked_at" },
    });
    expect(
      told.map(({ data }) => (data as { appointmentId: string }).appointmentId).sort(),
    ).toEqual(made.map(({ id }) => id).sort());
  });
});

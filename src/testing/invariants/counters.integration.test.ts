import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { createClinic } from "../factories/clinic";
import { createPatient } from "../factories/patient";

const db = testDatabase();
beforeEach(resetDatabase);

const at = (time: string) => new Date(`2030-01-07T${time}:00Z`);

describe("counters", () => {
  const countersOf = async (id: string) => {
    const post = await db.doctorClinic.findUniqueOrThrow({
      where: { id },
      include: { doctor: true },
    });
    return {
      total: post.totalAppointments,
      completed: post.completedAppointments,
      treated: post.doctor.totalPatientsTreated,
    };
  };

  it("are exact when ten visits are completed at once", async () => {
    const { id: doctorClinicId } = await createAssociation(db);
    const patients = await Promise.all(Array.from({ length: 5 }, () => createPatient(db)));
    const visits = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        createAppointment(db, {
          doctorClinicId,
          patientId: patients[index % 5]?.id ?? "",
          startsAt: new Date(at("08:00").getTime() + index * 1_800_000),
        }),
      ),
    );
    expect(await countersOf(doctorClinicId)).toEqual({ total: 10, completed: 0, treated: 0 });
    await Promise.all(
      visits.map(({ id }) =>
        db.appointment.update({ where: { id }, data: { status: "completed" } }),
      ),
    );
    expect(await countersOf(doctorClinicId)).toEqual({ total: 10, completed: 10, treated: 5 });
  });

  it("follow cancellation, correction, removal and a move to another clinic", async () => {
    const first = await createAssociation(db);
    const second = await createAssociation(db, { doctorId: first.doctorId });
    const done = await createAppointment(db, {
      doctorClinicId: first.id,
      startsAt: at("08:00"),
      status: "completed",
    });
    const { id } = await createAppointment(db, { doctorClinicId: first.id, startsAt: at("09:00") });
    await db.appointment.update({ where: { id }, data: { doctorClinicId: second.id } });
    expect(await countersOf(first.id)).toEqual({ total: 1, completed: 1, treated: 1 });
    expect(await countersOf(second.id)).toMatchObject({ total: 1, completed: 0 });
    const cancelled = { status: "cancelled", cancelledAt: at("07:00") };
    await db.appointment.update({ where: { id }, data: cancelled });
    expect(await countersOf(second.id)).toMatchObject({ total: 0 });
    await db.appointment.update({ where: { id: done.id }, data: { status: "no_show" } });
    expect(await countersOf(first.id)).toEqual({ total: 1, completed: 0, treated: 0 });
    await db.appointment.delete({ where: { id: done.id } });
    expect(await countersOf(first.id)).toEqual({ total: 0, completed: 0, treated: 0 });
  });

  it("count the active doctors of a clinic, ten at once too", async () => {
    const { id: clinicId } = await createClinic(db);
    const posts = await Promise.all(
      Array.from({ length: 10 }, () => createAssociation(db, { clinicId })),
    );
    const total = async () =>
      (await db.clinic.findUniqueOrThrow({ where: { id: clinicId } })).totalDoctors;
    expect(await total()).toBe(10);
    await Promise.all(
      posts.slice(0, 4).map(({ id }) =>
        db.doctorClinic.update({
          where: { id },
          data: { status: "ended", endDate: new Date("2026-01-31") },
        }),
      ),
    );
    expect(await total()).toBe(6);
  });
});

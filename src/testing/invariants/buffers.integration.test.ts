import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

const at = (time: string) => new Date(`2030-01-07T${time}:00Z`);

describe("the time kept free around a visit", () => {
  it("is kept at every clinic of the doctor, before and after", async () => {
    const first = await createAssociation(db);
    const second = await createAssociation(db, { doctorId: first.doctorId });
    const buffers = { bufferBeforeMinutes: 10, bufferAfterMinutes: 20 };
    await createAppointment(db, { doctorClinicId: first.id, startsAt: at("15:00"), ...buffers });
    for (const doctorClinicId of [first.id, second.id])
      for (const time of ["14:21", "15:49"])
        expect(await refusedBy(createAppointment(db, { doctorClinicId, startsAt: at(time) }))).toBe(
          "appointments_doctor_free",
        );
    await createAppointment(db, { doctorClinicId: second.id, startsAt: at("14:20") });
    await createAppointment(db, { doctorClinicId: second.id, startsAt: at("15:50") });
  });

  it("adds up between two visits that both keep some", async () => {
    const { id: doctorClinicId } = await createAssociation(db);
    const buffers = { bufferBeforeMinutes: 10, bufferAfterMinutes: 10 };
    const made = (time: string) =>
      createAppointment(db, { doctorClinicId, startsAt: at(time), ...buffers });
    await made("15:00");
    expect(await refusedBy(made("15:49"))).toBe("appointments_doctor_free");
    await made("15:50");
  });

  it("goes with a visit that is cancelled or missed, and comes back with it", async () => {
    const { id: doctorClinicId } = await createAssociation(db);
    const made = { doctorClinicId, startsAt: at("15:00"), bufferAfterMinutes: 30 };
    const { id } = await createAppointment(db, made);
    await db.appointment.update({ where: { id }, data: { status: "no_show" } });
    await createAppointment(db, { doctorClinicId, startsAt: at("15:30") });
    const back = db.appointment.update({ where: { id }, data: { status: "scheduled" } });
    expect(await refusedBy(back)).toBe("appointments_doctor_free");
  });

  it("is never negative, nor longer than four hours", async () => {
    for (const bufferBeforeMinutes of [-1, 241])
      expect(await refusedBy(createAppointment(db, { bufferBeforeMinutes }))).toBe(
        "appointments_buffers_sane",
      );
  });
});

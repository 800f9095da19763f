import { beforeEach, describe, expect, it } from "vitest";
import { violatedConstraint } from "@/server/violation";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { createPatient } from "../factories/patient";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

const at = (time: string) => new Date(`2030-01-07T${time}:00Z`);

describe("double booking", () => {
  it("is refused for one doctor, also at another clinic", async () => {
    const first = await createAssociation(db);
    const second = await createAssociation(db, { doctorId: first.doctorId });
    await createAppointment(db, { doctorClinicId: first.id, startsAt: at("15:00") });
    for (const doctorClinicId of [first.id, second.id])
      for (const startsAt of [at("14:45"), at("15:00"), at("15:29")])
        expect(await refusedBy(createAppointment(db, { doctorClinicId, startsAt }))).toBe(
          "appointments_doctor_free",
        );
  });

  it("is refused for one patient, also with another doctor", async () => {
    const { id: patientId } = await createPatient(db);
    await createAppointment(db, { patientId, startsAt: at("15:00"), durationMinutes: 60 });
    expect(await refusedBy(createAppointment(db, { patientId, startsAt: at("15:30") }))).toBe(
      "appointments_patient_free",
    );
  });

  it("is not what neighbours are", async () => {
    const { id: doctorClinicId } = await createAssociation(db);
    const { id: patientId } = await createPatient(db);
    for (const startsAt of [at("15:00"), at("14:30"), at("15:30")])
      await createAppointment(db, { doctorClinicId, patientId, startsAt });
    expect(await db.appointment.count()).toBe(3);
  });

  it.each(["cancelled", "no_show"])("is not what follows one that is %s", async (status) => {
    const { id: doctorClinicId } = await createAssociation(db);
    const { id: patientId } = await createPatient(db);
    const mine = { doctorClinicId, patientId, startsAt: at("15:00") };
    const { id } = await createAppointment(db, mine);
    const cancelledAt = status === "cancelled" ? at("10:00") : null;
    await db.appointment.update({ where: { id }, data: { status, cancelledAt } });
    await createAppointment(db, mine);
    const revived = { status: "scheduled", cancelledAt: null };
    // A cancelled one does not come back at all.
    expect(await refusedBy(db.appointment.update({ where: { id }, data: revived }))).toMatch(
      status === "cancelled" ? /^appointments_step_known$/ : /^appointments_(doctor|patient)_free$/,
    );
  });

  it("leaves one winner of twenty at once", async () => {
    const first = await createAssociation(db);
    const second = await createAssociation(db, { doctorId: first.doctorId });
    const patients = await Promise.all(Array.from({ length: 20 }, () => createPatient(db)));
    const tries = await Promise.allSettled(
      patients.map(({ id: patientId }, index) =>
        createAppointment(db, {
          patientId,
          doctorClinicId: index % 2 ? first.id : second.id,
          startsAt: at(index % 3 ? "15:00" : "15:15"),
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries)
      if (one.status === "rejected")
        expect(violatedConstraint(one.reason)).toBe("appointments_doctor_free");
  });

  it("happens once for a booking key", async () => {
    const { id: patientId } = await createPatient(db);
    const bookingKey = "5f0c1d6e-6f2b-4c1a-9a49-0d1b8a0f2b11";
    await createAppointment(db, { patientId, bookingKey, startsAt: at("10:00") });
    const again = createAppointment(db, { patientId, bookingKey, startsAt: at("16:00") });
    // Prisma knows this one and says so in its own words.
    await expect(again).rejects.toMatchObject({ code: "P2002" });
  });
});

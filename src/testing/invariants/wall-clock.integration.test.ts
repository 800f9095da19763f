import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { createClinic } from "../factories/clinic";
import { createPatient } from "../factories/patient";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

const at = (time: string) => new Date(`2030-01-07T${time}:00Z`);

describe("an appointment's date and time", () => {
  async function wallOf(startsAt: string, timezone: string) {
    const clinic = await createClinic(db, { timezone });
    const { id: doctorClinicId } = await createAssociation(db, { clinicId: clinic.id });
    const { id } = await createAppointment(db, { doctorClinicId, startsAt: new Date(startsAt) });
    const rows = await db.$queryRaw<{ wall: string }[]>(Prisma.sql`
      SELECT appointment_date::text || ' ' || appointment_time::text AS wall
      FROM appointments WHERE id = ${id}::uuid`);
    return rows[0]?.wall;
  }

  it.each([
    ["2030-01-07T03:30:00Z", "America/Chicago", "2030-01-06 21:30:00"],
    ["2030-01-07T03:30:00Z", "Asia/Kathmandu", "2030-01-07 09:15:00"],
    ["2030-01-07T13:30:00Z", "Australia/Sydney", "2030-01-08 00:30:00"],
  ])("%s in %s is %s", async (startsAt, timezone, wall) => {
    expect(await wallOf(startsAt, timezone)).toBe(wall);
  });

  it("is the same for both instants of the repeated autumn hour, which both can be booked", async () => {
    const { id: doctorClinicId } = await createAssociation(db);
    const { id: patientId } = await createPatient(db);
    // 01:30 in Chicago on 1 November 2026, first in summer time, then an hour later in winter time.
    const instants = ["2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z"];
    for (const startsAt of instants)
      await createAppointment(db, { doctorClinicId, patientId, startsAt: new Date(startsAt) });
    const rows = await db.appointment.findMany({ orderBy: { startsAt: "asc" } });
    expect(rows.map((row) => row.startsAt.toISOString())).toEqual(
      instants.map((instant) => new Date(instant).toISOString()),
    );
    const walls = rows.map((row) => row.appointmentTime.toISOString().slice(11, 16));
    expect(walls).toEqual(["01:30", "01:30"]);
  });

  it("cannot be said otherwise", async () => {
    const { id } = await createAppointment(db);
    const lie = Prisma.sql`UPDATE appointments SET appointment_time = '08:00' WHERE id = ${id}::uuid`;
    await expect(db.$executeRaw(lie)).rejects.toThrow(/can only be updated to DEFAULT/);
  });

  it("comes from the clinic's zone, and stays when that is corrected later", async () => {
    const { id: doctorClinicId } = await createAssociation(db);
    const { id } = await createAppointment(db, { doctorClinicId, timezone: "Asia/Tokyo" });
    await db.clinic.updateMany({ data: { timezone: "America/Denver" } });
    await db.appointment.update({ where: { id }, data: { notes: "unchanged" } });
    const { timezone } = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(timezone).toBe("America/Chicago");
  });

  it("ends after its duration", async () => {
    const wrong = createAppointment(db, { startsAt: at("15:00"), endsAt: at("15:31") });
    expect(await refusedBy(wrong)).toBe("appointments_lasts_its_duration");
  });

  it("knows its status, and when it was cancelled", async () => {
    expect(await refusedBy(createAppointment(db, { status: "maybe" }))).toBe(
      "appointments_status_known",
    );
    const { id } = await createAppointment(db);
    const cancelled = db.appointment.update({ where: { id }, data: { status: "cancelled" } });
    expect(await refusedBy(cancelled)).toBe("appointments_cancelled_says_when");
  });
});

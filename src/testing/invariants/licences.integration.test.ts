import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { freeSlots } from "@/features/schedules/rules";
import { listScheduleFacts } from "@/features/schedules/store";
import { Prisma } from "@/generated/prisma/client";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { noIntervals } from "@/lib/time/interval";
import { shiftDate } from "@/lib/time/wall";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { createClinic } from "../factories/clinic";
import { createDoctor } from "../factories/doctor";
import { createPatient } from "../factories/patient";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const at = (text: string) => parseInstant(text) ?? instantOf(0);

/** A doctor at a clinic in a zone, with hours around the clock, whose licence ends on a day. */
async function licensed(timezone: string, lastDay: string) {
  const clinic = await createClinic(db, { timezone });
  const doctor = await createDoctor(db, { licenseExpiresOn: dateOf(lastDay) });
  const allDay = ["00:00-24:00"];
  const association = await createAssociation(db, {
    doctorId: doctor.id,
    clinicId: clinic.id,
    availableTimeSlots: {
      monday: allDay,
      tuesday: allDay,
      wednesday: allDay,
      thursday: allDay,
      friday: allDay,
      saturday: allDay,
      sunday: allDay,
    },
  });
  const patient = await createPatient(db);
  /** As plain SQL, without any of the product's own rules. */
  const insert = (startsAt: string, status = "scheduled") =>
    db.$executeRaw(Prisma.sql`
      INSERT INTO appointments (patient_id, doctor_id, doctor_clinic_id, starts_at, ends_at,
        timezone, duration_minutes, status, cancelled_at)
      VALUES (${patient.id}::uuid, ${doctor.id}::uuid, ${association.id}::uuid,
        ${startsAt}::timestamptz, ${startsAt}::timestamptz + interval '30 minutes', 'UTC', 30,
        ${status}, CASE WHEN ${status} = 'cancelled' THEN now() END)`);
  return { doctor, association, patient, insert };
}

describe("a visit and the licence of its day", () => {
  // The last day of each clinic's own calendar, to its last half hour, and the first after it.
  it.each([
    ["UTC", "2030-01-07T23:30:00Z", "2030-01-08T00:00:00Z"],
    ["Pacific/Kiritimati", "2030-01-07T09:30:00Z", "2030-01-07T10:00:00Z"],
    ["America/Los_Angeles", "2030-01-08T07:30:00Z", "2030-01-08T08:00:00Z"],
  ])("in %s: %s is taken, %s is refused", async (timezone, last, after) => {
    const { insert } = await licensed(timezone, "2030-01-07");
    expect(await insert(last)).toBe(1);
    expect(await refusedBy(insert(after))).toBe("appointments_doctor_licensed");
    // What occupies nobody's time is history.
    expect(await insert(after, "cancelled")).toBe(1);
  });

  it.each([
    ["suspended", { suspendedAt: new Date(), suspensionReason: "Asked for" }],
    ["not verified", { isVerified: false, verifiedAt: null }],
    ["switched off", { user: { update: { isActive: false } } }],
  ])("is refused with a doctor who is %s, and may end all the same", async (_, change) => {
    const { insert, doctor } = await licensed("UTC", "2031-01-07");
    await insert("2030-01-07T12:00:00Z");
    await db.doctor.update({ where: { id: doctor.id }, data: change });
    expect(await refusedBy(insert("2030-01-07T15:00:00Z"))).toBe("appointments_doctor_licensed");
    const { id } = await db.appointment.findFirstOrThrow({ where: { doctorId: doctor.id } });
    const move = db.appointment.update({
      where: { id },
      data: {
        startsAt: new Date("2030-01-07T13:00:00Z"),
        endsAt: new Date("2030-01-07T13:30:00Z"),
      },
    });
    expect(await refusedBy(move)).toBe("appointments_doctor_licensed");
    await db.appointment.update({ where: { id }, data: { status: "confirmed" } });
    await db.appointment.update({ where: { id }, data: { status: "no_show" } });
    const back = db.appointment.update({ where: { id }, data: { status: "scheduled" } });
    expect(await refusedBy(back)).toBe("appointments_doctor_licensed");
  });

  it("is listed by the engine exactly where the database takes it, whatever the licence's end", async () => {
    const zones = ["Pacific/Kiritimati", "Asia/Kolkata", "Europe/Berlin", "UTC"];
    const farther = ["America/St_Johns", "America/Chicago", "Pacific/Pago_Pago"];
    const now = at("2030-03-01T12:00:00Z");
    // Over the clock changes of both continents.
    const world = fc.tuple(fc.constantFrom(...zones, ...farther), fc.nat(40), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(world, async ([timezone, days, first]) => {
        const lastDay = shiftDate("2030-03-03", days);
        const { association, insert } = await licensed(timezone, lastDay);
        const [read] = await listScheduleFacts(db, { associationId: association.id }, now);
        if (!read) expect.fail();
        // In every zone its last midnight lies between these.
        const from = at(`${lastDay}T04:00:00Z`);
        const range = { from, to: from.add({ hours: 40 }) };
        const startsOf = (facts: typeof read.facts) =>
          freeSlots(facts, noIntervals, range, now).map(({ startsAt }) => startsAt.toString());
        const listed = new Set(startsOf(read.facts));
        const inQuestion = startsOf({ ...read.facts, licensedUntil: null });
        for (const text of inQuestion.filter((_, index) => index % 4 === first)) {
          const taken = await insert(text).then(
            () => true,
            () => false,
          );
          expect([timezone, lastDay, text, taken]).toEqual([
            timezone,
            lastDay,
            text,
            listed.has(text),
          ]);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe("what nobody can keep", () => {
  const now = new Date("2030-01-07T12:00:00Z");
  const unserved = async () =>
    db.$queryRaw<{ id: string; cause: string }[]>(Prisma.sql`
      SELECT appointment_id AS id, cause FROM unserved_appointments(${now}) ORDER BY cause`);

  it("is each appointment ahead, once, with its first cause", async () => {
    const ends = await licensed("Pacific/Kiritimati", "2030-01-09");
    // Early on the 9th in UTC it is the 10th there.
    const inTime = await createAppointment(db, {
      doctorClinicId: ends.association.id,
      startsAt: new Date("2030-01-09T09:30:00Z"),
    });
    await db.doctor.update({
      where: { id: ends.doctor.id },
      data: { licenseExpiresOn: dateOf("2031-01-01") },
    });
    const late = await createAppointment(db, {
      doctorClinicId: ends.association.id,
      startsAt: new Date("2030-01-09T10:00:00Z"),
    });
    await db.doctor.update({
      where: { id: ends.doctor.id },
      data: { licenseExpiresOn: dateOf("2030-01-09") },
    });
    const suspended = await createAppointment(db, { startsAt: new Date("2030-01-09T10:00:00Z") });
    const past = await createAppointment(db, {
      doctorClinicId: suspended.doctorClinicId ?? "",
      startsAt: now,
    });
    await db.doctor.update({
      where: { id: suspended.doctorId ?? "" },
      data: { suspendedAt: now, suspensionReason: "x", licenseExpiresOn: dateOf("2030-01-01") },
    });
    const closed = await createAppointment(db, { startsAt: new Date("2030-01-09T10:00:00Z") });
    for (const one of [closed, suspended]) {
      const { clinicId } = await db.doctorClinic.findUniqueOrThrow({
        where: { id: one.doctorClinicId ?? "" },
      });
      await db.clinic.update({ where: { id: clinicId }, data: { status: "inactive" } });
    }
    expect(await unserved()).toEqual([
      { id: closed.id, cause: "clinic_closed" },
      { id: late.id, cause: "licence_ends" },
      { id: suspended.id, cause: "suspended" },
    ]);
    const ofOne = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT appointment_id AS id
      FROM unserved_appointments_of(${ends.doctor.id}::uuid, ${now})`);
    expect(ofOne.map(({ id }) => id)).toEqual([late.id]);
    expect([inTime.id, past.id]).not.toContain(late.id);
    await db.keptAppointment.create({
      data: { appointmentId: late.id, cause: "licence_ends", keptAt: now },
    });
    expect((await unserved()).map(({ id }) => id)).not.toContain(late.id);
  });

  /** One appointment with its doctor, account and clinic, and how each of them changes. */
  async function oneAhead() {
    const { id, doctorId, doctorClinicId } = await createAppointment(db, {
      startsAt: new Date("2030-01-09T15:00:00Z"),
    });
    const { clinicId } = await db.doctorClinic.findUniqueOrThrow({
      where: { id: doctorClinicId ?? "" },
    });
    const { userId } = await db.doctor.findUniqueOrThrow({ where: { id: doctorId ?? "" } });
    return {
      keep: (cause: string) =>
        db.keptAppointment.create({ data: { appointmentId: id, cause, keptAt: now } }),
      clinic: (status: string) => db.clinic.update({ where: { id: clinicId }, data: { status } }),
      account: (isActive: boolean) => db.user.update({ where: { id: userId }, data: { isActive } }),
      doctor: (data: { isVerified?: boolean; licenseExpiresOn?: Date }) =>
        db.doctor.update({ where: { id: doctorId ?? "" }, data }),
    };
  }
  type Ahead = Awaited<ReturnType<typeof oneAhead>>;
  const causes = async () => (await unserved()).map(({ cause }) => cause);

  it("has its next cause where the first was decided about", async () => {
    const one = await oneAhead();
    await one.account(false);
    await one.doctor({ licenseExpiresOn: dateOf("2030-01-08") });
    await one.clinic("inactive");
    for (const cause of ["account_off", "licence_ends", "clinic_closed"]) {
      expect(await causes()).toEqual([cause]);
      await one.keep(cause);
    }
    expect(await causes()).toEqual([]);
  });

  it.each<[string, (one: Ahead) => unknown, (one: Ahead) => unknown]>([
    ["clinic_closed", (one) => one.clinic("temporarily_closed"), (one) => one.clinic("active")],
    ["account_off", (one) => one.account(false), (one) => one.account(true)],
    [
      "unverified",
      (one) => one.doctor({ isVerified: false }),
      (one) => one.doctor({ isVerified: true }),
    ],
    [
      "licence_ends",
      (one) => one.doctor({ licenseExpiresOn: dateOf("2030-01-07") }),
      (one) => one.doctor({ licenseExpiresOn: dateOf("2031-01-07") }),
    ],
  ])("asks again once %s has ended and begins anew", async (cause, begin, end) => {
    const one = await oneAhead();
    await begin(one);
    await one.keep(cause);
    expect(await causes()).toEqual([]);
    await end(one);
    await begin(one);
    expect(await causes()).toEqual([cause]);
  });
});

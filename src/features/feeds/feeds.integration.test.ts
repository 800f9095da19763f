import { beforeEach, describe, expect, it } from "vitest";
import { appointmentCalendar } from "@/features/appointments/calendar";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { refusalFrom } from "@/testing/refusals";
import { readFeed } from "./queries/read-feed";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);
const siteUrl = "https://medico24.example";

beforeEach(resetDatabase);

async function doctorCaller() {
  const doctor = await createDoctor(db);
  return { doctor, api: await callAs(db, doctor.userId, now) };
}

const read = (secret: string, at = now) => readFeed(db, { secret, siteUrl }, at);

describe("a calendar feed", () => {
  it("is read by its secret, which only its maker is told, and says when it was read last", async () => {
    const { doctor, api } = await doctorCaller();
    expect(await api.feeds.mine()).toBeNull();
    const { secret } = await api.feeds.renew();
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    const row = await db.calendarFeed.findUniqueOrThrow({ where: { doctorId: doctor.id } });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect((await api.feeds.mine())?.lastReadAt).toBeNull();
    expect(await read(secret)).toContain("BEGIN:VCALENDAR");
    expect((await api.feeds.mine())?.lastReadAt?.equals(now)).toBe(true);
    const audit = await db.auditEntry.findMany();
    expect(audit.map(({ action }) => action)).toEqual(["doctor.renew-calendar-feed"]);
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain(secret);
  });

  it("is of no use to anyone with another secret, an old one or one taken back", async () => {
    const { api } = await doctorCaller();
    const { secret: old } = await api.feeds.renew();
    const { secret } = await api.feeds.renew();
    expect(await read(old)).toBeNull();
    expect(await read(secret)).not.toBeNull();
    for (const wrong of ["", "x", `${secret}x`, "\u0000", "ü".repeat(5000)])
      expect(await read(wrong)).toBeNull();
    await Promise.all([api.feeds.revoke(), api.feeds.revoke()]);
    expect(await read(secret)).toBeNull();
    expect(await api.feeds.mine()).toBeNull();
    const revoked = { action: "doctor.revoke-calendar-feed" };
    expect(await db.auditEntry.count({ where: revoked })).toBe(1);
  });

  it("made twice at once is one feed, and the address that holds is one of the two", async () => {
    const { api } = await doctorCaller();
    const both = await Promise.all([api.feeds.renew(), api.feeds.renew()]);
    const answers = await Promise.all(both.map(({ secret }) => read(secret)));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  it("falls silent with the doctor's licence and account, who can still take it back", async () => {
    const { doctor, api } = await doctorCaller();
    const { secret } = await api.feeds.renew();
    const licence = (licenseExpiresOn: Date | null) =>
      db.doctor.update({ where: { id: doctor.id }, data: { licenseExpiresOn } });
    // The last day may go on for hours in another zone.
    await licence(new Date("2026-10-27"));
    expect(await read(secret)).not.toBeNull();
    await licence(new Date("2026-10-26"));
    expect(await read(secret)).toBeNull();
    const late = await callAs(db, doctor.userId, now);
    expect((await refusalFrom(late.feeds.renew())).code).toBe("NOT_ALLOWED");
    await late.feeds.revoke();
    await licence(null);
    const again = await (await callAs(db, doctor.userId, now)).feeds.renew();
    await db.user.update({ where: { id: doctor.userId }, data: { isActive: false } });
    expect(await read(again.secret)).toBeNull();
  });

  it("holds this doctor's visits of any state from a month ago to a year ahead, and no patient", async () => {
    const { doctor, api } = await doctorCaller();
    const { secret } = await api.feeds.renew();
    const post = await createAssociation(db, { doctorId: doctor.id });
    const patient = await createPatient(db, { user: { fullName: "Wilhelmina Secret" } });
    const own = {
      doctorClinicId: post.id,
      patientId: patient.id,
      symptoms: "hidden",
      notes: "hidden",
    };
    const at = (text: string, status = "scheduled") =>
      createAppointment(db, { ...own, startsAt: new Date(text), status });
    const seen = await Promise.all([
      at("2026-10-01T15:00:00Z", "completed"),
      at("2026-10-29T15:00:00Z"),
      at("2026-10-29T17:00:00Z", "cancelled"),
      at("2027-10-20T15:00:00Z", "confirmed"),
    ]);
    await at("2026-09-27T15:00:00Z", "completed");
    await at("2027-11-20T15:00:00Z");
    await createAppointment(db, { startsAt: new Date("2026-10-29T15:00:00Z") });
    await db.blockedTime.create({
      data: {
        doctorId: doctor.id,
        startsAt: new Date("2026-10-30T15:00:00Z"),
        endsAt: new Date("2026-10-30T16:00:00Z"),
        note: "hidden",
      },
    });
    await db.scheduleException.create({
      data: {
        doctorId: doctor.id,
        kind: "time_off",
        firstDate: new Date("2026-12-24"),
        lastDate: new Date("2026-12-26"),
        note: "hidden",
      },
    });
    const text = (await read(secret)) ?? "";
    const uids = [...text.matchAll(/^UID:([0-9a-f-]{36})@medico24/gm)].map(([, id]) => id);
    expect(uids.sort()).toEqual(seen.map(({ id }) => id).sort());
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(text).toContain("DTSTART;VALUE=DATE:20261224");
    expect(text).not.toMatch(/Wilhelmina|Secret|hidden/);
  });

  it("names a visit as the patient's own calendar file does", async () => {
    const { doctor, api } = await doctorCaller();
    const { secret } = await api.feeds.renew();
    const patient = await createPatient(db);
    const startsAt = new Date("2026-10-29T15:00:00Z");
    const { id } = await createAppointment(db, {
      doctorId: doctor.id,
      patientId: patient.id,
      startsAt,
    });
    const theirs = await callAs(db, patient.userId, now);
    const appointment = await theirs.appointments.get({ appointmentId: id });
    const uidOf = (text: string | null) => /^UID:.*$/m.exec(text ?? "")?.[0];
    expect(uidOf(await read(secret))).toBe(uidOf(appointmentCalendar(appointment, siteUrl)));
  });
});

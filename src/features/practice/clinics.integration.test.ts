import { beforeEach, describe, expect, it } from "vitest";
import { refuseCollision } from "@/features/practice/collision";
import { listScheduleFacts } from "@/features/schedules/store";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);

beforeEach(resetDatabase);

async function newDoctor(overrides = { isVerified: false, verifiedAt: null }) {
  const doctor = await createDoctor(db, overrides);
  return { doctor, api: await callAs(db, doctor.userId, now) };
}

const answers = {
  fee: "80.50",
  durationMinutes: "20",
  department: "Cardiology",
  designation: "",
  isPrimary: true,
  startDate: "2026-11-01",
  endDate: "" as const,
};

const proposal = {
  name: "Wicker Park Family Practice",
  address: "1500 N Milwaukee Ave",
  city: "Chicago, IL, United States",
  position: "41.9100, -87.6770",
  currency: "USD",
  timezone: "America/Chicago",
  phone: "+1 312 555 0100",
  website: "",
};

const idOf = (answer: object) => ("clinicId" in answer ? String(answer.clinicId) : "");

describe("joining a clinic", () => {
  it("begins an association without hours, also before the doctor is verified", async () => {
    const { api } = await newDoctor();
    const clinic = await createClinic(db, { currency: "EUR" });
    const id = await api.practice.joinClinic({ clinicId: clinic.id, answers });
    expect(await api.practice.clinics()).toMatchObject([
      { id, fee: 80.5, durationMinutes: 20, isPrimary: true, hours: {}, upcoming: 0, revision: 0 },
    ]);
    const [record] = await db.auditEntry.findMany();
    expect(record).toMatchObject({ action: "association.join", subjectId: id });
  });

  it("happens once, however often and parallel it is asked for", async () => {
    const { doctor, api } = await newDoctor();
    const { id: clinicId } = await createClinic(db);
    const calls = Array.from({ length: 5 }, () => api.practice.joinClinic({ clinicId, answers }));
    const outcomes = await Promise.allSettled(calls);
    const lost = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    const codes = await Promise.all(lost.map(async (error) => refusalFrom(Promise.reject(error))));
    expect(codes.map(({ code }) => code)).toEqual(Array(4).fill("ALREADY_AT_CLINIC"));
    expect(await db.doctorClinic.count({ where: { doctorId: doctor.id } })).toBe(1);
  });

  it("leaves one primary clinic, of two joined at once", async () => {
    const { doctor, api } = await newDoctor();
    const clinics = await Promise.all([createClinic(db), createClinic(db), createClinic(db)]);
    await Promise.all(clinics.map(({ id }) => api.practice.joinClinic({ clinicId: id, answers })));
    const where = { doctorId: doctor.id, isPrimary: true };
    expect(await db.doctorClinic.count({ where })).toBe(1);
  });

  it("is possible again after the end, as an association of its own", async () => {
    const { doctor, api } = await newDoctor();
    const ended = await createAssociation(db, { doctorId: doctor.id, status: "ended" });
    await api.practice.joinClinic({ clinicId: ended.clinicId, answers });
    const all = await api.practice.clinics();
    expect(all.map(({ status }) => status)).toEqual(["active", "ended"]);
  });

  it("is possible again once the last day has passed, which counts as the end", async () => {
    const { doctor, api } = await newDoctor();
    const left = await createAssociation(db, {
      doctorId: doctor.id,
      isPrimary: true,
      endDate: new Date("2026-10-27"),
    });
    expect(await api.practice.clinics()).toMatchObject([{ id: left.id, status: "ended" }]);
    const again = await api.practice.joinClinic({ clinicId: left.clinicId, answers });
    const all = await api.practice.clinics();
    expect(all.map(({ id, status }) => [id, status])).toEqual([
      [again, "active"],
      [left.id, "ended"],
    ]);
  });

  it.each(["inactive", "permanently_closed", "proposed"])(
    "refuses one that is %s",
    async (status) => {
      const { api } = await newDoctor();
      const { id: clinicId } = await createClinic(db, { status });
      const refusal = await refusalFrom(api.practice.joinClinic({ clinicId, answers }));
      expect(refusal.code).toBe("NOT_FOUND");
    },
  );

  it("refuses nonsense at its field", async () => {
    const { api } = await newDoctor();
    const { id: clinicId } = await createClinic(db);
    const bad = { ...answers, fee: "-1", durationMinutes: "3", endDate: "2026-10-01" };
    const refusal = await refusalFrom(api.practice.joinClinic({ clinicId, answers: bad }));
    expect(Object.keys(refusal.fields ?? {})).toEqual(
      expect.arrayContaining(["answers.fee", "answers.durationMinutes"]),
    );
  });
});

describe("proposing a clinic", () => {
  it("puts it in front of its proposer alone", async () => {
    const { api, doctor } = await newDoctor();
    const other = await newDoctor();
    const clinicId = idOf(await api.practice.proposeClinic({ answers: proposal, isNone: false }));
    const text = "wicker practice";
    expect(await api.practice.findClinics({ text })).toMatchObject([
      { id: clinicId, isProposed: true, city: "Chicago", country: "US" },
    ]);
    expect(await other.api.practice.findClinics({ text })).toEqual([]);
    const refusal = await refusalFrom(other.api.practice.joinClinic({ clinicId, answers }));
    expect(refusal.code).toBe("NOT_FOUND");

    await api.practice.joinClinic({ clinicId, answers });
    await db.doctor.update({
      where: { id: doctor.id },
      data: { isVerified: true, verifiedAt: new Date("2020-01-01T00:00:00Z") },
    });
    const anyone = await callAs(db, null, now);
    const { slug } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
    expect(slug).toBe("wicker-park-family-practice-chicago");
    expect((await refusalFrom(anyone.clinics.get({ slug }))).code).toBe("NOT_FOUND");
    expect(await anyone.clinics.list()).toEqual([]);
    expect((await anyone.doctors.get({ slug: doctor.slug })).clinics).toEqual([]);
  });

  it("shows first what is much alike in that town", async () => {
    const { api } = await newDoctor();
    const there = await createClinic(db, { name: "Wicker Park Family Practise" });
    await createClinic(db, { name: "Wicker Park Family Practice", city: "Houston" });
    const answer = await api.practice.proposeClinic({ answers: proposal, isNone: false });
    expect(answer).toMatchObject({ alike: [{ id: there.id }] });
    expect(await db.clinic.count({ where: { status: "proposed" } })).toBe(0);
    const made = idOf(await api.practice.proposeClinic({ answers: proposal, isNone: true }));
    expect(made).not.toBe("");
  });

  it("finds an address also for the thirtieth of one name and town", async () => {
    const { api } = await newDoctor();
    const { name } = proposal;
    const address = "wicker-park-family-practice-chicago";
    for (let count = 1; count < 30; count++)
      await createClinic(db, { name, slug: count === 1 ? address : `${address}-${count}` });
    const id = idOf(await api.practice.proposeClinic({ answers: proposal, isNone: true }));
    expect(await db.clinic.findUnique({ where: { id } })).toMatchObject({ slug: `${address}-30` });
  });

  it("leaves another clinic its former address", async () => {
    const { api } = await newDoctor();
    const slug = "wicker-park-family-practice-chicago";
    const moved = await createClinic(db, { name: "Other", slug });
    await db.clinic.update({ where: { id: moved.id }, data: { slug: "moved" } });
    const id = idOf(await api.practice.proposeClinic({ answers: proposal, isNone: true }));
    expect(await db.clinic.findUnique({ where: { id } })).toMatchObject({ slug: `${slug}-2` });
  });

  it("makes it once, however often it is sent", async () => {
    const { api } = await newDoctor();
    const made = await Promise.all(
      [1, 2, 3].map(() => api.practice.proposeClinic({ answers: proposal, isNone: true })),
    );
    expect(new Set(made.map(idOf)).size).toBe(1);
  });

  it("refuses a town nobody knows, a point far from it, a zone and a currency that are none", async () => {
    const { api } = await newDoctor();
    const send = (changed: Partial<typeof proposal>) =>
      refusalFrom(
        api.practice.proposeClinic({ answers: { ...proposal, ...changed }, isNone: true }),
      );
    expect((await send({ city: "Xyzzyqq" })).fields).toEqual({ city: "cityUnknown" });
    expect(
      (await send({ position: "48.1, 11.5", timezone: "America/Gotham", currency: "ZZZ" })).fields,
    ).toEqual({ position: "tooFarFromCity", timezone: "choose", currency: "choose" });
  });

  it("suggests zone and currency from the place", async () => {
    const { api } = await newDoctor();
    const place = await api.practice.describePlace({ city: "Kathmandu", position: "" });
    expect(place).toMatchObject({ timezone: "Asia/Kathmandu", currency: "NPR" });
    expect(await api.practice.describePlace({ city: "Xyzzyqq", position: "" })).toBeNull();
  });
});

describe("what holds at a clinic", () => {
  const details = {
    fee: null,
    department: "Surgery",
    designation: "",
    isPrimary: false,
    isBookingEnabled: false,
    startDate: "2020-01-01",
  };

  it("is changed by its doctor, who is told of a save meanwhile", async () => {
    const { doctor, api } = await newDoctor();
    const { id: associationId } = await createAssociation(db, { doctorId: doctor.id });
    const save = () =>
      api.practice.updateAssociation({ associationId, expectedRevision: 0, answers: details });
    await save();
    expect(await api.practice.association({ associationId })).toMatchObject({
      ...details,
      revision: 1,
    });
    expect((await refusalFrom(save())).code).toBe("CHANGED_MEANWHILE");
  });

  it("is nobody else's", async () => {
    const { api } = await newDoctor();
    const { id: associationId } = await createAssociation(db);
    const calls = [
      api.practice.association({ associationId }),
      api.practice.hours({ associationId }),
      api.practice.updateAssociation({ associationId, expectedRevision: 0, answers: details }),
    ];
    const refusals = await Promise.all(calls.map(refusalFrom));
    expect(refusals.map(({ code }) => code)).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
  });

  it("leaves one primary clinic, of two that are made so at once", async () => {
    const { doctor, api } = await newDoctor();
    const both = await Promise.all(
      [1, 2].map(() => createAssociation(db, { doctorId: doctor.id })),
    );
    await Promise.allSettled(
      both.map(({ id: associationId }) =>
        api.practice.updateAssociation({
          associationId,
          expectedRevision: 0,
          answers: { ...details, isPrimary: true },
        }),
      ),
    );
    const where = { doctorId: doctor.id, isPrimary: true };
    expect(await db.doctorClinic.count({ where })).toBe(1);
  });

  it("does not begin after appointments that stand", async () => {
    const doctor = await createDoctor(db);
    const api = await callAs(db, doctor.userId, now);
    const { id: associationId } = await createAssociation(db, { doctorId: doctor.id });
    await createAppointment(db, {
      doctorClinicId: associationId,
      doctorId: doctor.id,
      startsAt: new Date("2026-11-03T16:00:00Z"),
    });
    const startDate = "2026-11-04";
    const refusal = await refusalFrom(
      api.practice.updateAssociation({
        associationId,
        expectedRevision: 0,
        answers: { ...details, startDate },
      }),
    );
    expect(refusal.fields).toEqual({ startDate: "startAfterAppointments" });
  });
});

describe("hours at two clinics", () => {
  it("come with those of the other clinic, on this one's clock, and collide with both named", async () => {
    const { doctor, api } = await newDoctor();
    const [denver, chicago] = await Promise.all(
      ["America/Denver", "America/Chicago"].map(async (timezone) =>
        createAssociation(db, {
          doctorId: doctor.id,
          clinicId: (await createClinic(db, { timezone, name: timezone })).id,
          availableTimeSlots: { monday: ["09:00-12:00"] },
        }),
      ),
    );
    const page = await api.practice.hours({ associationId: chicago?.id ?? "" });
    expect(page.elsewhere).toEqual([
      {
        clinicName: "America/Denver",
        day: "monday",
        window: "09:00-12:00",
        spans: [{ start: 600, end: 780 }],
      },
    ]);
    const find = async (id = "") => (await listScheduleFacts(db, { associationId: id }, now))[0];
    const [own, other] = [await find(chicago?.id), await find(denver?.id)];
    if (!own || !other) throw new Error("two associations, read back");
    expect(refuseCollision(own.facts, [other], now)).toMatchObject({
      code: "HOURS_COLLIDE",
      params: {
        day: "Monday",
        window: "09:00-12:00",
        otherClinic: "America/Denver",
        otherDay: "Monday",
        otherWindow: "09:00-12:00",
      },
    });
    const ended = { ...other, facts: { ...other.facts, status: "ended" as const } };
    expect(refuseCollision(own.facts, [ended], now)).toBeNull();
  });
});

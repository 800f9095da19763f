import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";
import type { DoctorId, UserId } from "@/lib/ids";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { begin, newcomer } from "./application.test-support";
import { beginApplication } from "./commands/begin-application";
import { saveSection } from "./commands/save-section";
import { submitApplication } from "./commands/submit-application";
import { showApplication } from "./queries/show-application";
import type { Save } from "./schema";

const db = testDatabase();
const now = Temporal.Instant.from("2026-10-28T15:00:00Z");
const refusedWith = (code: string) => ({ refusal: { code } });

beforeEach(resetDatabase);

async function beginner(over: Partial<typeof begin> = {}) {
  const actor = await newcomer();
  await beginApplication(db, actor, { ...begin, ...over }, now);
  const { id } = await db.doctor.findUniqueOrThrow({ where: { userId: actor.userId } });
  return { ...actor, doctorId: id as DoctorId };
}

describe("beginning", () => {
  test("makes the account a doctor's, whom patients see nothing of", async () => {
    const { userId, doctorId } = await beginner();
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({
      role: "doctor",
      isOnboarded: true,
      fullName: "Ana Silva",
    });
    expect(await db.doctor.findUnique({ where: { id: doctorId } })).toMatchObject({
      slug: "ana-silva",
      isVerified: false,
      submittedAt: null,
      licenseNumber: "IL-036-1234",
    });
    expect(await showApplication(db, doctorId, now)).toMatchObject({
      standing: "draft",
      missing: ["qualification", "languages", "licenceDocument", "identityDocument"],
    });
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "doctor.begin", subjectId: doctorId },
    ]);
  });

  test("twice at once is once", async () => {
    const actor = await newcomer();
    await Promise.all([1, 2, 3].map(() => beginApplication(db, actor, begin, now)));
    expect(await db.doctor.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(1);
  });

  test("namesakes who come at once each have an address of their own", async () => {
    const people = await Promise.all([1, 2, 3, 4].map((n) => newcomer({ fullName: `${n}` })));
    await Promise.all(
      people.map((actor, n) =>
        beginApplication(db, actor, { ...begin, licenseNumber: `L-${n}00` }, now),
      ),
    );
    const slugs = (await db.doctor.findMany()).map(({ slug }) => slug).sort();
    expect(slugs).toEqual(["ana-silva", "ana-silva-2", "ana-silva-3", "ana-silva-4"]);
  });

  test("a name without Latin letters has an address, too", async () => {
    await beginner({ givenName: "Юрий", familyName: "漢字 👩🏽‍⚕️" });
    await beginner({ givenName: "محمد", familyName: "🙂", licenseNumber: "L-2" });
    expect((await db.doctor.findMany()).map(({ slug }) => slug).sort()).toEqual([
      "doctor",
      "doctor-2",
    ]);
  });

  test("one licence is one doctor's, also of two who come at once", async () => {
    const people = await Promise.all([newcomer(), newcomer()]);
    const outcomes = await Promise.allSettled(
      people.map((actor) => beginApplication(db, actor, begin, now)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { refusal: { code: "LICENSE_IN_USE", fields: { licenseNumber: "licenceInUse" } } },
    });
    expect(await db.user.count({ where: { role: "patient" } })).toBe(1);
  });

  test("a patient without appointments becomes a doctor, and their health facts go", async () => {
    const { userId } = await createPatient(db, { allergies: ["penicillin"] });
    await beginApplication(db, { userId: userId as UserId }, begin, now);
    expect(await db.patient.count()).toBe(0);
  });

  test("a patient with appointments stays one", async () => {
    const { id: doctorClinicId, doctorId } = await createAssociation(db);
    const patient = await createPatient(db);
    await createAppointment(db, { doctorClinicId, doctorId, patientId: patient.id });
    const attempt = beginApplication(db, { userId: patient.userId as UserId }, begin, now);
    await expect(attempt).rejects.toMatchObject(refusedWith("ALREADY_A_PATIENT"));
    expect(await db.doctor.count()).toBe(1);
    expect(await db.patient.count()).toBe(1);
  });

  test.each([
    [{ emailVerified: false }, "EMAIL_NOT_VERIFIED"],
    [{ isActive: false }, "ACCOUNT_DEACTIVATED"],
    [{ role: "admin" }, "NOT_ALLOWED"],
    [{ role: "pharmacy" }, "NOT_ALLOWED"],
  ])("is refused to %j", async (person, code) => {
    const attempt = beginApplication(db, await newcomer(person), begin, now);
    await expect(attempt).rejects.toMatchObject(refusedWith(code));
    expect(await db.doctor.count()).toBe(0);
  });

  test("with a licence that ran out yesterday is refused at its field", async () => {
    const attempt = beginApplication(
      db,
      await newcomer(),
      { ...begin, licenseExpiresOn: "2026-10-27" },
      now,
    );
    await expect(attempt).rejects.toMatchObject({
      refusal: { fields: { licenseExpiresOn: "licenceExpiry" } },
    });
  });
});

const { givenName, familyName, phone, ...rest } = begin;
const { specialization, subSpecialization, ...licence } = rest;
const sections: Save[] = [
  {
    section: "person",
    values: {
      givenName,
      familyName: "Núñez",
      phone: "+13125550100",
      specialization,
      subSpecialization,
    },
  },
  { section: "licence", values: { ...licence, medicalCouncilRegistration: "C-1" } },
  {
    section: "experience",
    values: { qualification: "MD\nPhD", experienceYears: 12, languagesSpoken: ["Português"] },
  },
  { section: "visits", values: { consultationFee: 120.5, consultationDurationMinutes: 20 } },
  { section: "bio", values: { bio: "<script>alert(1)</script> {name} \u202E 👩🏽‍⚕️" } },
];

describe("the sections", () => {
  test("are saved one at a time, and say what they were told", async () => {
    const doctor = await beginner();
    for (const section of sections) await saveSection(db, doctor, doctor.doctorId, section, now);
    const said = Object.assign({}, ...sections.map(({ values }) => values));
    expect(await showApplication(db, doctor.doctorId, now)).toMatchObject(said);
    const record = JSON.stringify(
      (await db.auditEntry.findMany()).map(({ action, details }) => ({ action, details })),
    );
    expect(record).toContain('"section":"bio"');
    expect(record).not.toContain("3125550100");
  });

  test("a licence of another is refused, and nothing was saved", async () => {
    await beginner({ licenseNumber: "TAKEN" });
    const doctor = await beginner();
    const values = { ...licence, licenseNumber: "TAKEN", medicalCouncilRegistration: "" };
    const attempt = saveSection(db, doctor, doctor.doctorId, { section: "licence", values }, now);
    await expect(attempt).rejects.toMatchObject(refusedWith("LICENSE_IN_USE"));
  });

  test("a verified doctor changes all but the name, the speciality and the licence", async () => {
    const { id, userId } = await createDoctor(db);
    const doctor = { userId: userId as UserId, doctorId: id as DoctorId };
    const before = await db.doctor.findUniqueOrThrow({ where: { id }, include: { user: true } });
    const phone: Save = { section: "phone", values: { phone: "+13125550199" } };
    for (const section of [...sections, phone]) {
      const attempt = saveSection(db, doctor, doctor.doctorId, section, now);
      if (section.section === "licence" || section.section === "person")
        await expect(attempt).rejects.toMatchObject(refusedWith("NOT_ALLOWED"));
      else expect(await attempt).toEqual({ isTakenBack: false });
    }
    const { specialization, licenseNumber, submittedAt, user } = before;
    expect(await db.doctor.findUnique({ where: { id }, include: { user: true } })).toMatchObject({
      isVerified: true,
      submittedAt,
      specialization,
      licenseNumber,
      experienceYears: 12,
      user: { fullName: user.fullName, phone: "+13125550199" },
    });
  });
});

describe("handing in", () => {
  async function complete() {
    const doctor = await beginner();
    for (const section of sections) await saveSection(db, doctor, doctor.doctorId, section, now);
    const document = (kind: string, n: number) => ({
      id: `00000000-0000-4000-8000-00000000000${n}`,
      key: `doctors/x/${n}`,
      kind,
      name: "a.pdf",
      type: "application/pdf",
      size: 1,
      sha256: "00",
      uploadedAt: now.toString(),
    });
    await db.doctor.update({
      where: { id: doctor.doctorId },
      data: { verificationDocuments: [document("licence", 1), document("identity", 2)] },
    });
    return doctor;
  }

  test("what is complete, once, with a record and a message", async () => {
    const doctor = await complete();
    await Promise.all([1, 2, 3].map(() => submitApplication(db, doctor, now)));
    expect(await showApplication(db, doctor.doctorId, now)).toMatchObject({
      standing: "handed_in",
      submittedAt: now.toString(),
      missing: [],
    });
    expect(await db.auditEntry.count({ where: { action: "doctor.submit" } })).toBe(1);
    expect(await db.notification.findMany()).toMatchObject([
      { userId: doctor.userId, title: "Application handed in" },
    ]);
  });

  test("what is checked changes meanwhile only by handing in again", async () => {
    const doctor = await complete();
    const save = (section: Save | undefined) =>
      section && saveSection(db, doctor, doctor.doctorId, section, now);
    const [person, licenceSection] = sections;
    await submitApplication(db, doctor, now);
    for (const section of sections) expect(await save(section)).toEqual({ isTakenBack: false });
    const standing = async () => (await showApplication(db, doctor.doctorId, now)).standing;
    expect(await standing()).toBe("handed_in");
    for (const [section, fact] of [
      [person, { familyName: "Other" }],
      [person, { specialization: "Neurology" }],
      [licenceSection, { licenseNumber: "L-OTHER" }],
    ] as const) {
      const changed = { ...section, values: { ...section?.values, ...fact } } as Save;
      expect(await save(changed)).toEqual({ isTakenBack: true });
      expect(await standing()).toBe("draft");
      await submitApplication(db, doctor, now);
      expect(await standing()).toBe("handed_in");
    }
  });

  test("what is not complete is refused, and says what is missing", async () => {
    const doctor = await beginner();
    await expect(submitApplication(db, doctor, now)).rejects.toMatchObject({
      refusal: {
        code: "APPLICATION_INCOMPLETE",
        params: { missing: "qualification,languages,licenceDocument,identityDocument" },
      },
    });
    expect(await db.notification.count()).toBe(0);
  });

  test("a licence that has run out meanwhile is missing", async () => {
    const doctor = await complete();
    const later = now.add({ hours: 24 * 365 * 4 });
    await expect(submitApplication(db, doctor, later)).rejects.toMatchObject({
      refusal: { params: { missing: "licenceExpired" } },
    });
  });
});

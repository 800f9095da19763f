import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import { asAdmin, clinicAnswers, db, now } from "./registry.test-support";

beforeEach(resetDatabase);

const anyone = () => callAs(db, null, now);
const auditOf = (action: string) => db.auditEntry.findFirstOrThrow({ where: { action } });

async function made(changes = {}) {
  const api = await asAdmin();
  const { clinicId } = await api.registry.createClinic({ answers: clinicAnswers(changes) });
  return { api, clinicId };
}

describe("a clinic", () => {
  it("is public once it is made, with what was said of it", async () => {
    const { api, clinicId } = await made();
    const open = await (await anyone()).clinics.get({ slug: "lakeview-clinic" });
    expect(open).toMatchObject({
      name: "Lakeview Clinic",
      contacts: { phone: "+1 312 555 0100", website: "https://lakeview.example" },
      latitude: 41.94,
      status: "active",
    });
    expect(JSON.stringify(open)).not.toContain("desk@lakeview.example");
    const { facts } = await api.registry.clinic({ clinicId });
    expect(facts).toEqual(clinicAnswers());
    expect((await auditOf("clinic.create")).details).toMatchObject({ after: { city: "Chicago" } });
  });

  it("keeps what is not changed, and the record says only what is", async () => {
    const { api, clinicId } = await made();
    await db.$executeRaw`UPDATE clinics SET contacts = contacts || '{"fax":"1"}'`;
    const { revision } = await api.registry.clinic({ clinicId });
    const answers = clinicAnswers({ phone: "+1 312 555 0199", hours: {} });
    const saved = await api.registry.updateClinic({
      clinicId,
      expectedRevision: revision,
      answers,
    });
    expect(saved.revision).toBe(revision + 1);
    expect((await auditOf("clinic.update")).details).toEqual({
      before: { phone: "+1 312 555 0100", hours: clinicAnswers().hours },
      after: { phone: "+1 312 555 0199", hours: {} },
    });
    const row = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
    expect(row.contacts).toMatchObject({ fax: "1", phone: "+1 312 555 0199" });
    expect(row.openingHours).toBeNull();
  });

  it("keeps hours that no week can say until somebody writes a week", async () => {
    const osm = "Mo-Fr 08:00-18:00; PH off";
    const { id: clinicId } = await createClinic(db, { openingHours: { osm }, slug: "as-written" });
    const api = await asAdmin();
    const { facts, hoursAsWritten, revision } = await api.registry.clinic({ clinicId });
    expect([facts.hours, hoursAsWritten]).toEqual([{}, osm]);
    const answers = clinicAnswers({ hours: {} });
    await api.registry.updateClinic({ clinicId, expectedRevision: revision, answers });
    const row = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
    expect(row.openingHours).toEqual({ osm });
  });

  it("of two who save at once, the second is told", async () => {
    const { api, clinicId } = await made();
    const { revision: expectedRevision } = await api.registry.clinic({ clinicId });
    const save = (name: string) =>
      api.registry.updateClinic({ clinicId, expectedRevision, answers: clinicAnswers({ name }) });
    const outcomes = await Promise.allSettled([save("One Clinic"), save("Two Clinic")]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const again = save("Three Clinic");
    expect((await refusalFrom(again)).code).toBe("CHANGED_MEANWHILE");
  });

  it("keeps its currency once a doctor has fees there", async () => {
    const { api, clinicId } = await made();
    const save = async (currency: string) => {
      const { revision: expectedRevision } = await api.registry.clinic({ clinicId });
      const answers = clinicAnswers({ currency });
      return api.registry.updateClinic({ clinicId, expectedRevision, answers });
    };
    await save("CAD");
    await createAssociation(db, { clinicId, status: "ended" });
    expect(await refusalFrom(save("USD"))).toMatchObject({
      code: "INVALID_INPUT",
      fields: { currency: "currencyInUse" },
    });
    expect((await api.registry.clinic({ clinicId })).facts.currency).toBe("CAD");
  });

  it.each([
    ["slug", "Not A Slug"],
    ["phone", "12"],
    ["email", "nobody"],
    ["website", "javascript:alert(1)"],
    ["position", "-120, 41"],
    ["position", ""],
    ["country", "XX"],
    ["currency", "ZZZ"],
    ["timezone", "Mars/Base"],
    ["name", ""],
    ["services", ["\u0007"]],
    ["hours", { monday: ["09:00-12:00", "11:00-13:00"] }],
    ["hours", { monday: ["25:00-26:00"] }],
  ])("is refused with a bad %s", async (field, value) => {
    const api = await asAdmin();
    const answers = { ...clinicAnswers(), [field]: value } as ReturnType<typeof clinicAnswers>;
    const refusal = await refusalFrom(api.registry.createClinic({ answers }));
    expect(refusal.code).toBe("INVALID_INPUT");
    expect(Object.keys(refusal.fields ?? {}).join()).toContain(field);
    expect(await db.clinic.count()).toBe(0);
  });
});

describe("an address", () => {
  it("that changed leads on, and nobody else gets it", async () => {
    const { api, clinicId } = await made();
    const change = async (slug: string) => {
      const { revision } = await api.registry.clinic({ clinicId });
      const answers = clinicAnswers({ slug });
      return api.registry.updateClinic({ clinicId, expectedRevision: revision, answers });
    };
    await change("second-address");
    await change("third-address");
    const open = await anyone();
    for (const slug of ["lakeview-clinic", "second-address", "third-address"])
      expect((await open.clinics.get({ slug })).slug).toBe("third-address");
    expect((await api.registry.clinic({ clinicId })).oldSlugs).toEqual([
      "lakeview-clinic",
      "second-address",
    ]);
    for (const slug of ["second-address", "third-address"]) {
      const taken = api.registry.createClinic({ answers: clinicAnswers({ slug }) });
      expect(await refusalFrom(taken)).toMatchObject({
        code: "SLUG_IN_USE",
        fields: { slug: "slugInUse" },
      });
    }
    await change("lakeview-clinic");
    expect((await open.clinics.get({ slug: "third-address" })).slug).toBe("lakeview-clinic");
  });

  it("goes to one of two who want it at once", async () => {
    const api = await asAdmin();
    const make = () => api.registry.createClinic({ answers: clinicAnswers() });
    const outcomes = await Promise.allSettled([make(), make(), make()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("another time zone", () => {
  it("leaves appointments at their moments and tells those concerned", async () => {
    const { api, clinicId } = await made();
    const post = await createAssociation(db, { clinicId });
    const startsAt = new Date("2026-11-05T15:00:00Z");
    const visit = await createAppointment(db, { doctorClinicId: post.id, startsAt });
    const { revision, standing } = await api.registry.clinic({ clinicId });
    expect(standing).toEqual({ doctors: 1, ahead: 1 });
    const answers = clinicAnswers({ timezone: "America/New_York" });
    await api.registry.updateClinic({ clinicId, expectedRevision: revision, answers });
    const after = await db.appointment.findUniqueOrThrow({ where: { id: visit.id } });
    expect(after.startsAt).toEqual(startsAt);
    expect(after.timezone).toBe("America/New_York");
    expect(await db.notification.count({ where: { notificationType: "clinic_zone" } })).toBe(1);
    const told = await db.notification.findFirstOrThrow({
      where: { notificationType: "appointment_zone" },
    });
    expect(told.body).toContain("10:00 AM");
  });

  it("is refused where a doctor would be at two clinics at once", async () => {
    const { api, clinicId } = await made();
    const { id: doctorId } = await createDoctor(db);
    const hours = (window: string) => ({ availableTimeSlots: { monday: [window] } });
    await createAssociation(db, { clinicId, doctorId, ...hours("09:00-12:00") });
    await createAssociation(db, { doctorId, ...hours("12:00-15:00") });
    const { revision } = await api.registry.clinic({ clinicId });
    const save = (timezone: string) =>
      api.registry.updateClinic({
        clinicId,
        expectedRevision: revision,
        answers: clinicAnswers({ timezone }),
      });
    expect(await refusalFrom(save("America/Denver"))).toMatchObject({
      code: "HOURS_COLLIDE",
      params: { day: "Monday", window: "09:00-12:00" },
    });
    expect((await db.clinic.findUniqueOrThrow({ where: { id: clinicId } })).timezone).toBe(
      "America/Chicago",
    );
    await save("America/New_York");
  });
});

describe("open or closed", () => {
  it("cancels nothing, tells the doctors, and what stands comes up for a decision", async () => {
    const { api, clinicId } = await made();
    const post = await createAssociation(db, { clinicId });
    const visit = await createAppointment(db, {
      doctorClinicId: post.id,
      startsAt: new Date("2026-11-05T15:00:00Z"),
    });
    const to = async (status: "active" | "permanently_closed" | "inactive") => {
      const { revision: expectedRevision } = await api.registry.clinic({ clinicId });
      const reason = "The lease has ended.";
      return api.registry.changeClinicStatus({ clinicId, expectedRevision, status, reason });
    };
    const unserved = () =>
      db.$queryRaw<unknown[]>`SELECT cause FROM unserved_appointments('2026-10-28')`;
    await to("permanently_closed");
    expect((await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })).status).toBe(
      "scheduled",
    );
    expect(await unserved()).toEqual([{ cause: "clinic_closed" }]);
    expect(await db.notification.count({ where: { notificationType: "clinic_status" } })).toBe(1);
    expect((await auditOf("clinic.status")).details).toEqual({
      before: { status: "active" },
      after: { status: "permanently_closed" },
      reason: "The lease has ended.",
    });
    await to("active");
    expect(await unserved()).toEqual([]);
    await to("inactive");
    const gone = (await anyone()).clinics.get({ slug: "lakeview-clinic" });
    expect((await refusalFrom(gone)).code).toBe("NOT_FOUND");
  });
});

describe("a proposal", () => {
  async function proposed() {
    const doctor = await createDoctor(db);
    const clinic = await createClinic(db, {
      name: "Northside Practice",
      slug: "northside",
      status: "proposed",
      proposedBy: doctor.userId,
    });
    await createAssociation(db, { clinicId: clinic.id, doctorId: doctor.id });
    return { doctor, clinicId: clinic.id, expectedRevision: clinic.revision };
  }

  it("is shown beside what is much like it, nearest in name first", async () => {
    const { clinicId } = await proposed();
    await createClinic(db, { name: "Northside Practise", latitude: 41.885 });
    await createClinic(db, { name: "Eye Centre", latitude: 41.885 });
    await createClinic(db, { name: "Northside Practice", latitude: 40, city: "Elsewhere" });
    const { alike, proposer } = await (await asAdmin()).registry.clinic({ clinicId });
    expect(alike.map(({ name }) => name)).toEqual(["Northside Practise"]);
    expect(proposer?.isVerified).toBe(true);
  });

  it("approved is public at once, and its doctor is told", async () => {
    const { clinicId, expectedRevision, doctor } = await proposed();
    const api = await asAdmin();
    const open = await anyone();
    expect((await refusalFrom(open.clinics.get({ slug: "northside" }))).code).toBe("NOT_FOUND");
    await api.registry.approveClinic({ clinicId, expectedRevision });
    expect((await open.clinics.get({ slug: "northside" })).status).toBe("active");
    expect(await db.notification.findFirstOrThrow()).toMatchObject({
      userId: doctor.userId,
      notificationType: "clinic_approved",
    });
    const twice = api.registry.approveClinic({ clinicId, expectedRevision });
    expect((await refusalFrom(twice)).code).toBe("CHANGED_MEANWHILE");
  });

  it("declined is not listed, with words for its doctor, who can't be booked there", async () => {
    const { clinicId, expectedRevision, doctor } = await proposed();
    const api = await asAdmin();
    const reason = "There is no practice at this address.";
    await api.registry.declineClinic({ clinicId, expectedRevision, reason });
    expect((await db.clinic.findUniqueOrThrow({ where: { id: clinicId } })).status).toBe(
      "inactive",
    );
    expect(
      (await db.notification.findFirstOrThrow({ where: { userId: doctor.userId } })).body,
    ).toContain(reason);
  });

  it("is decided once, by one of two at once", async () => {
    const { clinicId, expectedRevision } = await proposed();
    const api = await asAdmin();
    const outcomes = await Promise.allSettled([
      api.registry.approveClinic({ clinicId, expectedRevision }),
      api.registry.declineClinic({ clinicId, expectedRevision, reason: "No." }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.notification.count()).toBe(1);
  });

  it("is no clinic to open or close", async () => {
    const { clinicId, expectedRevision } = await proposed();
    const call = (await asAdmin()).registry.changeClinicStatus({
      clinicId,
      expectedRevision,
      status: "active",
      reason: "Past the queue.",
    });
    expect((await refusalFrom(call)).code).toBe("NOT_FOUND");
  });
});

describe("the list", () => {
  it("pages by name, finds by name or town, and counts proposals", async () => {
    for (let index = 0; index < 30; index++)
      await createClinic(db, { name: `Clinic ${String(index).padStart(2, "0")}` });
    await createClinic(db, { name: "Praxis Süd", city: "München", status: "proposed" });
    await createClinic(db, { name: "Gone", status: "merged" });
    const { registry } = await asAdmin();
    const first = await registry.clinics({});
    const second = await registry.clinics({ after: first.next ?? undefined });
    expect(first.proposed).toBe(1);
    const names = [...first.clinics, ...second.clinics].map(({ name }) => name);
    expect(names).toHaveLength(31);
    expect(names).toEqual([...names].sort());
    expect(second.next).toBeNull();
    for (const text of ["sud", "munchen", "süd münch"])
      expect((await registry.clinics({ text })).clinics).toHaveLength(1);
    expect((await registry.clinics({ text: "%_" })).clinics).toHaveLength(0);
    expect((await registry.clinics({ show: "proposed" })).clinics).toHaveLength(1);
  });
});

describe("who may", () => {
  it.each(["support", "moderator"])("not a %s", async (level) => {
    const { registry } = await asAdmin(level);
    const calls = [
      () => registry.clinics({}),
      () => registry.createClinic({ answers: clinicAnswers() }),
    ];
    for (const call of calls) expect((await refusalFrom(call())).code).toBe("NOT_ALLOWED");
  });

  it("not a doctor, even of that clinic", async () => {
    const doctor = await createDoctor(db);
    const post = await createAssociation(db, { doctorId: doctor.id });
    const { registry } = await callAs(db, doctor.userId, now);
    const call = registry.clinic({ clinicId: post.clinicId });
    expect((await refusalFrom(call)).code).toBe("NOT_ALLOWED");
  });
});

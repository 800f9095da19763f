import { beforeEach, describe, expect, it } from "vitest";
import { booking, patientCaller } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { isEmbedded, resetDatabase } from "@/testing/database";
import { appointmentRow, createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createReview } from "@/testing/factories/review";
import { refusalFrom } from "@/testing/refusals";
import { asAdmin, db, now } from "./registry.test-support";
import type { MergedFact } from "./schema-names";

beforeEach(resetDatabase);

async function pair(ofGoes = {}, ofStays = {}) {
  const goes = await createClinic(db, { name: "Lakeview Clinc", slug: "lakeview-2", ...ofGoes });
  const stays = await createClinic(db, { name: "Lakeview Clinic", slug: "lakeview", ...ofStays });
  return { goes, stays };
}

type Clinic = { id: string };

/** Merges what is there now. */
async function merge(goes: Clinic, stays: Clinic, take: MergedFact[] = [], api?: Api) {
  const { registry } = api ?? (await asAdmin());
  const seen = await registry.mergePair({ goesId: goes.id, staysId: stays.id });
  return registry.mergeClinics({ ...revisions(seen), take });
}
type Api = Awaited<ReturnType<typeof asAdmin>>;

const revisions = (seen: {
  goes: { id: string; revision: number };
  stays: { id: string; revision: number };
}) => ({
  goesId: seen.goes.id,
  staysId: seen.stays.id,
  goesRevision: seen.goes.revision,
  staysRevision: seen.stays.revision,
});

let minute = 0;

/** A visit of its own time: completed and reviewed, or ahead. */
async function visit(post: { id: string }, rating: number | null) {
  minute += 40;
  const begin = rating === null ? Date.UTC(2026, 10, 5) : Date.UTC(2025, 0, 6);
  const { id: appointmentId } = await createAppointment(db, {
    doctorClinicId: post.id,
    startsAt: new Date(begin + minute * 60_000),
    status: rating === null ? "scheduled" : "completed",
  });
  if (rating !== null) await createReview(db, { appointmentId, rating });
  return appointmentId;
}

/** Everything that is counted, by the database's counters and by counting. */
async function counters() {
  const [row] = await db.$queryRaw<{ kept: unknown; counted: unknown }[]>`
    SELECT
      (SELECT json_agg(json_build_array(id, rating, coalesce(rating_count, 0), total_doctors)
        ORDER BY id) FROM clinics)
      || '' ||
      (SELECT json_agg(json_build_array(id, total_appointments, completed_appointments,
        average_rating) ORDER BY id) FROM doctor_clinics) AS kept,
      (SELECT json_agg(json_build_array(c.id,
        (SELECT round(avg(r.rating), 2) FROM reviews r JOIN doctor_clinics dc
          ON dc.id = r.doctor_clinic_id WHERE dc.clinic_id = c.id AND r.hidden_at IS NULL),
        (SELECT count(*) FROM reviews r JOIN doctor_clinics dc
          ON dc.id = r.doctor_clinic_id WHERE dc.clinic_id = c.id AND r.hidden_at IS NULL),
        (SELECT count(*) FROM doctor_clinics dc WHERE dc.clinic_id = c.id AND dc.status = 'active'))
        ORDER BY c.id) FROM clinics c)
      || '' ||
      (SELECT json_agg(json_build_array(dc.id,
        (SELECT count(*) FROM appointments a WHERE a.doctor_clinic_id = dc.id
          AND a.status <> 'cancelled'),
        (SELECT count(*) FROM appointments a WHERE a.doctor_clinic_id = dc.id
          AND a.status = 'completed'),
        (SELECT round(avg(r.rating), 2) FROM reviews r WHERE r.doctor_clinic_id = dc.id
          AND r.hidden_at IS NULL)) ORDER BY dc.id) FROM doctor_clinics dc) AS counted`;
  return row;
}

const totals = async () => ({
  associations: await db.doctorClinic.count(),
  appointments: await db.appointment.count(),
  history: await db.appointmentStep.count(),
  reviews: await db.review.count(),
  clinics: await db.clinic.count(),
});

describe("two clinics merged", () => {
  it("lose nothing, count exactly, and their doctors work on", async () => {
    const { goes, stays } = await pair();
    const twice = await createDoctor(db);
    const once = await createDoctor(db);
    const gone = await createDoctor(db);
    const kept = await createAssociation(db, { clinicId: stays.id, doctorId: twice.id });
    const doubled = await createAssociation(db, {
      clinicId: goes.id,
      doctorId: twice.id,
      isPrimary: true,
      availableTimeSlots: { sunday: ["18:00-20:00"] },
    });
    const moved = await createAssociation(db, { clinicId: goes.id, doctorId: once.id });
    const former = await createAssociation(db, {
      clinicId: goes.id,
      doctorId: gone.id,
      status: "ended",
    });
    for (const post of [kept, doubled, moved, former]) {
      await visit(post, 5);
      await visit(post, 2);
    }
    const ahead = await visit(doubled, null);
    await visit(moved, null);
    await createAppointment(db, { doctorClinicId: doubled.id, status: "cancelled" });
    const hidden = await db.review.findFirstOrThrow({ where: { doctorClinicId: doubled.id } });
    await db.review.update({
      where: { id: hidden.id },
      data: { hiddenAt: new Date(), hiddenReason: "Not about the visit." },
    });
    const before = await totals();

    await merge(goes, stays);

    expect(await totals()).toEqual(before);
    const { kept: written, counted } = (await counters()) ?? {};
    expect(written).toBe(counted);
    const at = (id: string) => db.doctorClinic.findUniqueOrThrow({ where: { id } });
    expect(await at(kept.id)).toMatchObject({ status: "active", isPrimary: true });
    expect(await at(doubled.id)).toMatchObject({
      status: "ended",
      isPrimary: false,
      clinicId: stays.id,
      endDate: new Date("2026-10-28"),
    });
    expect(await at(moved.id)).toMatchObject({ status: "active", clinicId: stays.id });
    expect(await at(former.id)).toMatchObject({ status: "ended", clinicId: stays.id });
    expect(await db.doctorClinic.count({ where: { clinicId: goes.id } })).toBe(0);
    expect(await db.appointment.findUniqueOrThrow({ where: { id: ahead } })).toMatchObject({
      doctorClinicId: kept.id,
      status: "scheduled",
    });
    const left = await db.clinic.findUniqueOrThrow({ where: { id: goes.id } });
    expect(left).toMatchObject({ status: "merged", mergedInto: stays.id, totalDoctors: 0 });
    const told = await db.notification.findMany({ select: { userId: true, body: true } });
    expect(told.map(({ userId }) => userId).sort()).toEqual([twice.userId, once.userId].sort());
    expect(
      (await db.auditEntry.findFirstOrThrow({ where: { action: "clinic.merge" } })).details,
    ).toMatchObject({ into: stays.id, ended: [{ endedId: doubled.id, keptId: kept.id }] });
  });

  it("keep the association that goes on where the other's last day has passed", async () => {
    const { goes, stays } = await pair();
    const { id: doctorId } = await createDoctor(db);
    const over = await createAssociation(db, {
      clinicId: stays.id,
      doctorId,
      endDate: new Date("2026-01-31"),
    });
    const current = await createAssociation(db, { clinicId: goes.id, doctorId });
    await visit(over, 4);
    await merge(goes, stays);
    const at = (id: string) => db.doctorClinic.findUniqueOrThrow({ where: { id } });
    expect(await at(over.id)).toMatchObject({ status: "ended", endDate: new Date("2026-01-31") });
    expect(await at(current.id)).toMatchObject({ status: "active", totalAppointments: 1 });
  });

  it("have the facts that were chosen, and the address leads on over several steps", async () => {
    const { goes, stays } = await pair(
      { address: "1 New St", latitude: 41.9, contacts: { phone: "+1 312 555 0111" } },
      { openingHours: { monday: ["08:00-12:00"] }, description: "Kept." },
    );
    await db.clinic.update({ where: { id: goes.id }, data: { slug: "lakeview-second" } });
    await merge(goes, stays, ["place", "contacts", "hours"]);
    const last = await createClinic(db, { slug: "the-last" });
    const open = await callAs(db, null, now);
    const found = await open.clinics.get({ slug: "lakeview-2" });
    expect(found).toMatchObject({
      slug: "lakeview",
      name: "Lakeview Clinic",
      address: "1 New St",
      latitude: 41.9,
      hours: null,
      description: "Kept.",
      contacts: { phone: "+1 312 555 0111" },
    });
    await merge(stays, last);
    for (const slug of ["lakeview-2", "lakeview-second", "lakeview"])
      expect((await open.clinics.get({ slug })).slug).toBe("the-last");
  });

  it("are told of by the name that stays, and both are in the record", async () => {
    const { goes, stays } = await pair({ name: "Lakeside Clinic" });
    await createAssociation(db, { clinicId: goes.id });
    await merge(goes, stays, ["name"]);
    expect((await db.notification.findFirstOrThrow()).body).toContain("listed as Lakeside Clinic.");
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "clinic.take-in" } });
    expect(audit).toMatchObject({
      subjectId: stays.id,
      details: {
        from: goes.id,
        before: { name: "Lakeview Clinic" },
        after: { name: "Lakeside Clinic" },
      },
    });
  });

  it("leave one that is nowhere to be found, joined, edited or merged", async () => {
    const { goes, stays } = await pair();
    const api = await asAdmin();
    await merge(goes, stays, [], api);
    const { userId } = await createDoctor(db);
    const asDoctor = await callAs(db, userId, now);
    const found = await asDoctor.practice.findClinics({ text: "Lakeview" });
    expect(found.map(({ id }) => id)).toEqual([stays.id]);
    const look = asDoctor.practice.clinicToJoin({ clinicId: goes.id });
    expect((await refusalFrom(look)).code).toBe("NOT_FOUND");
    const listed = await (await callAs(db, null, now)).clinics.list();
    expect(listed.map(({ slug }) => slug)).toEqual(["lakeview"]);
    const { revision: expectedRevision, facts } = await api.registry.clinic({ clinicId: goes.id });
    const own = { clinicId: goes.id, expectedRevision };
    const edits = [
      () => api.registry.updateClinic({ ...own, answers: facts }),
      () => api.registry.changeClinicStatus({ ...own, status: "active", reason: "Again." }),
    ];
    for (const edit of edits) expect((await refusalFrom(edit())).code).toBe("NOT_FOUND");
    expect((await refusalFrom(merge(goes, stays, [], api))).code).toBe("MERGE_NOT_POSSIBLE");
    expect((await refusalFrom(merge(stays, goes, [], api))).code).toBe("MERGE_NOT_POSSIBLE");
    expect((await api.registry.clinics({})).clinics).toHaveLength(1);
  });

  it("are a proposal and what was there already: its doctor is told and works there", async () => {
    const doctor = await createDoctor(db);
    const { goes, stays } = await pair({ status: "proposed", proposedBy: doctor.userId });
    await createAssociation(db, { clinicId: goes.id, doctorId: doctor.id });
    await merge(goes, stays);
    expect(await db.notification.findMany({ select: { userId: true, title: true } })).toEqual([
      { userId: doctor.userId, title: "Your clinic was there already" },
    ]);
    expect((await db.clinic.findUniqueOrThrow({ where: { id: stays.id } })).totalDoctors).toBe(1);
  });
});

describe("a merge of a clinic of many years", () => {
  it("moves thousands of visits without counting their doctor's patients again", async () => {
    const { goes, stays } = await pair();
    const { id: doctorId } = await createDoctor(db);
    const kept = await createAssociation(db, { clinicId: stays.id, doctorId });
    const ended = await createAssociation(db, { clinicId: goes.id, doctorId });
    const { id: patientId } = await createPatient(db);
    const first = Date.UTC(2020, 0, 6);
    const row = { patientId, doctorId, doctorClinicId: ended.id, status: "completed" };
    const rows = Array.from({ length: 3000 }, (_, index) =>
      appointmentRow({ ...row, startsAt: new Date(first + index * 3_600_000) }),
    );
    await db.$transaction(async (tx) => {
      // As they were written over the years, one by one.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.appointment.createMany({ data: rows });
      await tx.$executeRaw`UPDATE doctor_clinics SET total_appointments = 3000,
        completed_appointments = 3000 WHERE id = ${ended.id}::uuid`;
    });
    const version = () => db.$queryRaw`SELECT xmin::text FROM doctors WHERE id = ${doctorId}::uuid`;
    const before = await version();
    await merge(goes, stays);
    expect(await version()).toEqual(before);
    const at = await db.doctorClinic.findUniqueOrThrow({ where: { id: kept.id } });
    expect(at).toMatchObject({ totalAppointments: 3000, completedAppointments: 3000 });
  });
});

describe("a merge is refused", () => {
  it.each([
    ["another time zone", { timezone: "America/Denver" }],
    ["another currency", { currency: "CAD" }],
    ["a proposal that would stay", { status: "proposed" }],
    ["one that is closed and would stay", { status: "temporarily_closed" }],
  ])("with %s", async (_, ofStays) => {
    const { goes, stays } = await pair({}, ofStays);
    expect((await refusalFrom(merge(goes, stays))).code).toBe("MERGE_NOT_POSSIBLE");
    const seen = await (await asAdmin()).registry.mergePair({ goesId: goes.id, staysId: stays.id });
    expect(seen.canMerge).toBe(false);
  });

  it("with itself, and with one that nobody knows", async () => {
    const { goes } = await pair();
    expect((await refusalFrom(merge(goes, goes))).code).toBe("MERGE_NOT_POSSIBLE");
    const call = (await asAdmin()).registry.mergeClinics({
      goesId: goes.id,
      staysId: crypto.randomUUID(),
      goesRevision: 0,
      staysRevision: 0,
      take: [],
    });
    expect((await refusalFrom(call)).code).toBe("NOT_FOUND");
  });

  it("to whoever may not", async () => {
    const { goes, stays } = await pair();
    const doctor = await createDoctor(db);
    for (const api of [await asAdmin("moderator"), await callAs(db, doctor.userId, now)]) {
      const call = api.registry.mergeClinics({
        goesId: goes.id,
        staysId: stays.id,
        goesRevision: 0,
        staysRevision: 0,
        take: [],
      });
      expect((await refusalFrom(call)).code).toBe("NOT_ALLOWED");
    }
  });
});

describe("at once", () => {
  it("of two merges the other way round one happens", async () => {
    for (let round = 0; round < 4; round++) {
      const { goes, stays } = await pair({ slug: `a-${round}` }, { slug: `b-${round}` });
      await createAssociation(db, { clinicId: goes.id });
      await createAssociation(db, { clinicId: stays.id });
      const outcomes = await Promise.allSettled([merge(goes, stays), merge(stays, goes)]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const rows = await db.clinic.findMany({ where: { id: { in: [goes.id, stays.id] } } });
      expect(rows.map(({ status }) => status).sort()).toEqual(["active", "merged"]);
      expect(rows.map(({ totalDoctors }) => totalDoctors).sort()).toEqual([0, 2]);
    }
  });

  it("in a chain nobody is left behind", async () => {
    const { goes, stays } = await pair();
    const last = await createClinic(db);
    await createAssociation(db, { clinicId: goes.id });
    await createAssociation(db, { clinicId: stays.id });
    await Promise.allSettled([merge(goes, stays), merge(stays, last)]);
    const left = await db.doctorClinic.count({ where: { clinic: { status: "merged" } } });
    expect(left).toBe(0);
  });

  it("a booking and a merge both count, and the booking stands where the doctor is", async () => {
    for (let round = 0; round < 4; round++) {
      const { goes, stays } = await pair({ slug: `a-${round}` }, { slug: `b-${round}` });
      const { id: doctorId } = await createDoctor(db);
      const kept = await createAssociation(db, { clinicId: stays.id, doctorId });
      const ended = await createAssociation(db, { clinicId: goes.id, doctorId });
      const { api } = await patientCaller();
      // Prepared before, so that the two truly meet.
      const seen = await (await asAdmin()).registry.mergePair({
        goesId: goes.id,
        staysId: stays.id,
      });
      const admin = await asAdmin();
      const [merged, booked] = await Promise.allSettled([
        admin.registry.mergeClinics({ ...revisions(seen), take: [] }),
        api.appointments.book(booking(ended.id)),
      ]);
      expect(merged.status).toBe("fulfilled");
      if (booked.status === "rejected")
        expect((await refusalFrom(Promise.reject(booked.reason))).code).toBe("ASSOCIATION_ENDED");
      const rows = await db.appointment.findMany({ where: { doctorId } });
      expect(rows).toHaveLength(booked.status === "fulfilled" ? 1 : 0);
      for (const row of rows) expect(row.doctorClinicId).toBe(kept.id);
      const { kept: written, counted } = (await counters()) ?? {};
      expect(written).toBe(counted);
    }
  });

  it("a step of a visit comes first, and nobody waits in a circle", async ({ skip }) => {
    skip(await isEmbedded(), "one transaction at a time");
    const { goes, stays } = await pair();
    const { id: doctorId } = await createDoctor(db);
    await createAssociation(db, { clinicId: stays.id, doctorId });
    const ended = await createAssociation(db, { clinicId: goes.id, doctorId });
    const id = await visit(ended, null);
    let merging: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM appointments WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
      merging = merge(goes, stays);
      const isWaiting = async () =>
        (await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`).length > 0;
      await expect.poll(isWaiting).toBe(true);
      await tx.$queryRaw`SELECT 1 FROM doctor_clinics WHERE id = ${ended.id}::uuid
        FOR NO KEY UPDATE NOWAIT`;
    });
    await merging;
  });

  it("reviews written meanwhile count where their visits have gone", async () => {
    const { goes, stays } = await pair();
    const { id: doctorId } = await createDoctor(db);
    await createAssociation(db, { clinicId: stays.id, doctorId });
    const doubled = await createAssociation(db, { clinicId: goes.id, doctorId });
    const moved = await createAssociation(db, { clinicId: goes.id });
    const writers = await Promise.all(
      [doubled, moved, doubled, moved].map(async (post, index) => {
        const patient = await createPatient(db);
        const { id: appointmentId } = await createAppointment(db, {
          doctorClinicId: post.id,
          patientId: patient.id,
          status: "completed",
          startsAt: new Date(Date.UTC(2025, 5, 2 + index, 15)),
        });
        const api = await callAs(db, patient.userId, now);
        return () =>
          api.reviews.write({
            appointmentId: appointmentId as never,
            rating: index + 1,
            comment: "",
          });
      }),
    );
    const outcomes = await Promise.allSettled([
      ...writers.slice(0, 2).map((write) => write()),
      merge(goes, stays),
      ...writers.slice(2).map((write) => write()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill("fulfilled"));
    const { kept: written, counted } = (await counters()) ?? {};
    expect(written).toBe(counted);
    expect((await db.clinic.findUniqueOrThrow({ where: { id: stays.id } })).ratingCount).toBe(4);
  });

  it("who begins at a clinic while it goes is not left there", async () => {
    for (let round = 0; round < 4; round++) {
      const { goes, stays } = await pair({ slug: `a-${round}` }, { slug: `b-${round}` });
      const { userId } = await createDoctor(db);
      const api = await callAs(db, userId, now);
      await Promise.allSettled([
        merge(goes, stays),
        api.practice.joinClinic({
          clinicId: goes.id,
          answers: {
            startDate: "2026-11-01",
            endDate: "",
            fee: null,
            department: "",
            designation: "",
            isPrimary: false,
            durationMinutes: 30,
          },
        }),
      ]);
      expect(await db.doctorClinic.count({ where: { clinicId: goes.id } })).toBe(0);
      const { kept: written, counted } = (await counters()) ?? {};
      expect(written).toBe(counted);
    }
  });
});

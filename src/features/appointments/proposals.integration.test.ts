import { beforeEach, describe, expect, it } from "vitest";
import type { AppointmentId, DoctorId, UserId } from "@/lib/ids";
import { inTransaction } from "@/server/db";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import { at, booking, db, now, patientCaller, thursdayTen } from "./appointments.test-support";
import { proposeWithin } from "./proposals";

beforeEach(resetDatabase);

const eleven = "2026-10-29T16:00:00Z";
const secret = "I am at a hearing that day";

/** A booked appointment on Thursday at ten, and how its doctor proposes another time. */
async function aBooked(overrides = {}) {
  const doctor = await createDoctor(db);
  const association = await createAssociation(db, { doctorId: doctor.id, ...overrides });
  const { patient, api } = await patientCaller();
  const id = await api.appointments.book(booking(association.id));
  const propose = (startsAt: string, reason = secret, when = now, doctorId = doctor.id) =>
    inTransaction(db, (tx) =>
      proposeWithin(tx, {
        appointmentId: id as AppointmentId,
        doctorId: doctorId as DoctorId,
        doctorUserId: doctor.userId as UserId,
        startsAt: at(startsAt),
        reason,
        now: when,
      }),
    );
  const accept = { appointmentId: id, startsAt: eleven, expectedSequence: 0 };
  return { association, doctor, patient, api, id, propose, accept };
}

const rowOf = (id: string) => db.appointment.findUniqueOrThrow({ where: { id } });
const proposalsOf = (appointmentId: string) =>
  db.appointmentProposal.findMany({ where: { appointmentId }, orderBy: { createdAt: "asc" } });

describe("a proposal whose time has passed", () => {
  it("waives no notice, and waits for no answer", async () => {
    const { api, id, patient, propose, accept } = await aBooked();
    await propose("2026-10-28T19:00:00Z");
    expect(await api.appointments.get({ appointmentId: id })).toMatchObject({
      hasOpenProposal: true,
      cancellationNoticeMinutes: 0,
    });
    const late = await callAs(db, patient.userId, at("2026-10-29T14:30:00Z"));
    expect(await late.appointments.get({ appointmentId: id })).toMatchObject({
      hasOpenProposal: false,
      cancellationNoticeMinutes: 120,
    });
    expect(await late.appointments.proposal({ appointmentId: id })).toBeNull();
    const cancel = late.appointments.cancel({ appointmentId: id, reason: "Better" });
    expect((await refusalFrom(cancel)).code).toBe("CANCELLATION_TOO_LATE");
    const soon = await callAs(db, patient.userId, at("2026-10-29T11:00:00Z"));
    const answer = soon.appointments.acceptProposal(accept);
    expect((await refusalFrom(answer)).code).toBe("PROPOSAL_GONE");
  });
});

describe("proposing another time", () => {
  it("leaves the old time standing, shows the patient both and others, and tells them", async () => {
    const { api, id, patient, propose } = await aBooked();
    await propose(eleven);
    expect(await api.appointments.get({ appointmentId: id })).toMatchObject({
      startsAt: at(thursdayTen),
      hasOpenProposal: true,
    });
    expect(await api.appointments.proposal({ appointmentId: id })).toEqual({
      startsAt: at(eleven),
      reason: secret,
      others: expect.not.arrayContaining([eleven, thursdayTen]),
    });
    const [message] = await db.notification.findMany({
      where: { userId: patient.userId ?? "", notificationType: "appointment_proposed" },
    });
    expect(message?.body).toContain("Thu, Oct 29, 11:00 AM instead of Thu, Oct 29, 10:00 AM");
    expect(JSON.stringify(message)).not.toContain(secret);
    const records = (await db.auditEntry.findMany()).map(({ details }) => details);
    expect(JSON.stringify(records)).not.toContain(secret);
  });

  it("is one at a time: a new one takes the place of the last", async () => {
    const { api, id, propose, accept } = await aBooked();
    await propose(eleven);
    await propose("2026-10-29T17:00:00Z");
    expect((await proposalsOf(id)).map((row) => row.status)).toEqual(["withdrawn", "open"]);
    const said = api.appointments.declineProposal({ appointmentId: id, startsAt: eleven });
    expect((await refusalFrom(said)).code).toBe("PROPOSAL_GONE");
    await api.appointments.acceptProposal({ ...accept, startsAt: "2026-10-29T17:00:00Z" });
  });

  it("refuses another doctor's appointment, a time outside hours, and one that is over", async () => {
    const { id, propose } = await aBooked();
    const stranger = await createDoctor(db);
    await expect(propose(eleven, "", now, stranger.id)).rejects.toThrow("NOT_FOUND");
    await expect(propose("2026-10-29T05:00:00Z")).rejects.toThrow("SLOT_OUTSIDE_HOURS");
    await expect(propose(eleven, "", at("2026-10-29T15:10:00Z"))).rejects.toThrow(
      "APPOINTMENT_OVER",
    );
    expect(await proposalsOf(id)).toEqual([]);
  });
});

describe("accepting", () => {
  it("moves once, however often it is tapped, and however late", async () => {
    const { api, id, patient, propose, accept } = await aBooked();
    const late = at("2026-10-29T14:50:00Z");
    await propose(eleven, "", late);
    const lateApi = await callAs(db, patient.userId, late);
    await Promise.all([1, 2, 3].map(() => lateApi.appointments.acceptProposal(accept)));
    await api.appointments.acceptProposal(accept);
    expect(await rowOf(id)).toMatchObject({
      startsAt: new Date(eleven),
      calendarSequence: 1,
      status: "scheduled",
    });
    expect((await proposalsOf(id)).map((row) => row.status)).toEqual(["accepted"]);
    const moves = await db.appointmentStep.findMany({
      where: { appointmentId: id, byUserId: patient.userId, fromStartsAt: { not: null } },
    });
    expect(moves).toHaveLength(1);
    const told = await db.notification.findMany({
      where: { notificationType: "appointment_moved" },
    });
    expect(told).toHaveLength(2);
  });

  it("takes another free time as well", async () => {
    const { api, id, propose, accept } = await aBooked();
    await propose(eleven);
    await api.appointments.acceptProposal({ ...accept, startsAt: "2026-10-30T16:00:00Z" });
    expect((await rowOf(id)).startsAt).toEqual(new Date("2026-10-30T16:00:00Z"));
  });

  it("says what else is free where the time is gone; the old one and the proposal still stand", async () => {
    const { association, api, id, propose, accept } = await aBooked();
    await propose(eleven);
    const other = await patientCaller();
    await other.api.appointments.book(booking(association.id, eleven));
    const refusal = await refusalFrom(api.appointments.acceptProposal(accept));
    expect(refusal).toMatchObject({
      code: "SLOT_TAKEN",
      nearest: expect.arrayContaining(["2026-10-29T15:30:00Z"]),
    });
    expect(refusal.nearest).not.toContain(thursdayTen);
    expect((await rowOf(id)).startsAt).toEqual(new Date(thursdayTen));
    expect((await proposalsOf(id))[0]?.status).toBe("open");
  });

  it("lets one of two win who accept and book the same time", async () => {
    const { association, api, propose, accept } = await aBooked();
    await propose(eleven);
    const others = await Promise.all([1, 2, 3, 4].map(() => patientCaller()));
    const outcomes = await Promise.allSettled([
      api.appointments.acceptProposal(accept),
      ...others.map((one) => one.api.appointments.book(booking(association.id, eleven))),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("refuses another's, one without a proposal, a stale page, and one that was cancelled", async () => {
    const { api, id, propose, accept } = await aBooked();
    const none = api.appointments.acceptProposal(accept);
    expect((await refusalFrom(none)).code).toBe("PROPOSAL_GONE");
    await propose(eleven);
    const stranger = await patientCaller();
    const stolen = stranger.api.appointments.acceptProposal(accept);
    expect((await refusalFrom(stolen)).code).toBe("NOT_FOUND");
    const stale = api.appointments.acceptProposal({ ...accept, expectedSequence: 4 });
    expect((await refusalFrom(stale)).code).toBe("APPOINTMENT_CHANGED");
    await api.appointments.cancel({ appointmentId: id, reason: "Not well enough" });
    const gone = api.appointments.acceptProposal(accept);
    expect((await refusalFrom(gone)).code).toBe("APPOINTMENT_CANCELLED");
    expect((await proposalsOf(id))[0]?.status).toBe("withdrawn");
  });
});

describe("declining", () => {
  it("keeps the time, tells the doctor once, and does it once", async () => {
    const { api, id, doctor, propose } = await aBooked();
    await propose(eleven);
    const decline = { appointmentId: id, startsAt: eleven };
    await Promise.all([1, 2].map(() => api.appointments.declineProposal(decline)));
    expect((await rowOf(id)).startsAt).toEqual(new Date(thursdayTen));
    expect(await api.appointments.proposal({ appointmentId: id })).toBeNull();
    const told = await db.notification.findMany({
      where: { userId: doctor.userId, notificationType: "proposal_declined" },
    });
    expect(told).toHaveLength(1);
  });

  it("may be by cancelling, though it is late: the doctor asked", async () => {
    const { id, patient, propose } = await aBooked();
    const late = at("2026-10-29T14:50:00Z");
    const lateApi = await callAs(db, patient.userId, late);
    const cancel = { appointmentId: id, reason: "I can't then" };
    expect((await refusalFrom(lateApi.appointments.cancel(cancel))).code).toBe(
      "CANCELLATION_TOO_LATE",
    );
    await propose(eleven, "", late);
    await lateApi.appointments.cancel(cancel);
    expect((await rowOf(id)).status).toBe("cancelled");
  });
});
